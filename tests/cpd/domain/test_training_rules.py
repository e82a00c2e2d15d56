"""Every training of the rules, with its months and who sets them."""

from cpd.domain.training_rules import RULES, CourseKey

# Months (None: nothing ends it) and whose the interval is.
EXPECTED = {
    "kcsie_read": (12, "guidance"),
    "safeguarding_induction": (None, "guidance"),
    "safeguarding_update": (12, "guidance"),
    "dsl": (24, "guidance"),
    "eyfs_safeguarding": (24, "statutory"),
    "prevent_lead": (24, "guidance"),
    "prevent_all": (24, "policy"),
    "safer_recruitment": (None, "statutory"),
    "paediatric_first_aid": (36, "statutory"),
    "faw": (36, "guidance"),
    "efaw": (36, "guidance"),
    "fire": (12, "policy"),
    "fire_warden": (36, "policy"),
    "food_hygiene": (36, "policy"),
    "physical_intervention": (24, "policy"),
    "data_protection": (12, "policy"),
    "health_safety": (36, "policy"),
    "manual_handling": (36, "policy"),
    "asbestos": (12, "policy"),
    "medicines": (12, "policy"),
    "evc": (36, "policy"),
    "midas": (48, "policy"),
    "senco_npq": (None, "statutory"),
    "governor_safeguarding": (12, "guidance"),
    "elsa_initial": (None, "network_rule"),
    "elsa_supervision": (None, "network_rule"),
    "ect_induction": (None, "statutory"),
}


def test_every_training_has_its_months_and_basis() -> None:
    assert {str(key): (rule.renewal_months, str(rule.basis)) for key, rule in RULES.items()} == EXPECTED


def test_every_key_has_a_rule() -> None:
    assert set(RULES) == set(CourseKey)


def test_duty_without_interval_is_told_apart_from_mere_policy() -> None:
    assert {str(key) for key, rule in RULES.items() if rule.has_duty} == {
        "fire",
        "food_hygiene",
        "health_safety",
    }
