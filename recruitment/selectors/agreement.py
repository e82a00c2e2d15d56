"""How far the panel agreed before it talked, as it was worked out when the scores were opened."""

from dataclasses import dataclass

from recruitment.domain.agreement import Agreement, Label, Method
from recruitment.models import PanelAgreement, Stage


@dataclass(frozen=True, slots=True)
class AgreementInWords:
    """``value`` has two decimals or is empty; ``close_percent`` is None where nobody scored the same cell."""

    method: str
    value: str
    interval: str
    label: str
    reason: str
    close_percent: int | None

    @property
    def hint(self) -> str:
        """How often two people were close, in words; the figure behind the label stands with its method."""
        return "" if self.close_percent is None else f"{self.close_percent}% of points within 1 of each other"


LABELS = {Label.FIRM: "Firm", Label.TENTATIVE: "Tentative", Label.WEAK: "Weak"}
METHODS = {
    Method.WEIGHTED_KAPPA: "Cohen’s kappa, weighted by the square of the difference",
    Method.KRIPPENDORFF_ALPHA: "Krippendorff’s alpha for ordered points",
}


def get_agreement(stage: Stage) -> AgreementInWords | None:
    """None before the scores are open."""
    if stage.is_sealed:
        return None
    try:
        return describe(stage.agreement)
    except PanelAgreement.DoesNotExist:
        return None


def describe(kept: PanelAgreement) -> AgreementInWords:
    bounds = (kept.interval_low, kept.interval_high)
    low, high = bounds
    agreement = Agreement(
        method=Method(kept.method),
        value=None if kept.value is None else float(kept.value),
        interval=None if low is None or high is None else (float(low), float(high)),
        label=Label(kept.label) if kept.label else None,
        rated_items=kept.rated_items,
    )
    return AgreementInWords(
        method=METHODS[agreement.method],
        value="" if agreement.value is None else f"{agreement.value:.2f}",
        interval="" if agreement.interval is None else "{:.2f} to {:.2f}".format(*agreement.interval),
        label=LABELS[agreement.label] if agreement.label else "",
        reason=agreement.reason,
        close_percent=round(100 * kept.pairs_within_one / kept.pairs) if kept.pairs else None,
    )
