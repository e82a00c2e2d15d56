from django.db import migrations

# The courses there are rules for, as ``cpd.domain.training_rules`` knows them: key and name.
COURSES = (
    ("kcsie_read", "Read and understand KCSIE Part one (or Annex A)"),
    ("safeguarding_induction", "Safeguarding and child protection induction, with online safety"),
    ("safeguarding_update", "Safeguarding update, with online safety"),
    ("dsl", "Designated safeguarding lead and deputy training"),
    ("eyfs_safeguarding", "Early years safeguarding training (EYFS Annex C)"),
    ("prevent_lead", "Prevent training for the lead"),
    ("prevent_all", "Prevent awareness"),
    ("safer_recruitment", "Safer recruitment training"),
    ("governor_safeguarding", "Safeguarding training for governors"),
    ("paediatric_first_aid", "Paediatric first aid (full)"),
    ("faw", "First aid at work"),
    ("efaw", "Emergency first aid at work"),
    ("fire", "Fire safety awareness"),
    ("fire_warden", "Fire warden"),
    ("food_hygiene", "Food hygiene level 2"),
    ("physical_intervention", "Team Teach or similar"),
    ("data_protection", "Data protection and cyber awareness"),
    ("health_safety", "Health and safety induction"),
    ("manual_handling", "Manual handling"),
    ("asbestos", "Asbestos awareness"),
    ("medicines", "Medicines, asthma, anaphylaxis, epilepsy"),
    ("evc", "Educational visits co-ordinator"),
    ("midas", "Minibus driver assessment"),
    ("senco_npq", "NPQ for SENCOs (or the award before it)"),
    ("elsa_initial", "ELSA initial training"),
    ("elsa_supervision", "ELSA group supervision by an educational psychologist"),
    ("ect_induction", "Statutory induction of an early career teacher"),
)


def add_courses(apps, schema_editor):
    course = apps.get_model("cpd", "Course")
    course.objects.bulk_create(course(key=key, name=name) for key, name in COURSES)


def take_courses_out(apps, schema_editor):
    apps.get_model("cpd", "Course").objects.filter(key__in=[key for key, _name in COURSES]).delete()


class Migration(migrations.Migration):

    dependencies = [
        ('cpd', '0002_training'),
    ]

    operations = [
        migrations.RunPython(add_courses, take_courses_out),
    ]
