from itertools import batched

from django.db import migrations

PARTS = ("Qualification", "HistoryEntry", "Statement", "Referee")
ROWS_AT_A_TIME = 500


def keep_as_received(apps, schema_editor):
    """Parts stored before they had a history begin it as they stand, so that a correction loses nothing."""
    for name in PARTS:
        part = apps.get_model("recruitment", name)
        history = apps.get_model("recruitment", f"Historical{name}")
        columns = [field.attname for field in part._meta.concrete_fields]
        known = history.objects.values("id")
        rows = part.objects.exclude(pk__in=known).select_related("application").order_by("pk")
        for some in batched(rows.iterator(chunk_size=ROWS_AT_A_TIME), ROWS_AT_A_TIME):
            history.objects.bulk_create(
                history(
                    **{column: getattr(row, column) for column in columns},
                    history_type="+",
                    history_date=row.application.received_at,
                    history_user_id=row.application.entered_by_id,
                    history_change_reason="Application received",
                )
                for row in some
            )


class Migration(migrations.Migration):

    dependencies = [
        ('recruitment', '0002_applications_keep_earlier_wording'),
    ]

    operations = [
        migrations.RunPython(keep_as_received, migrations.RunPython.noop),
    ]
