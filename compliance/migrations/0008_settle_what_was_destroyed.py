from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def settle(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """What was destroyed is settled, as what was cancelled is already."""
    items = apps.get_model("compliance", "DestructionItem")
    items.objects.filter(batch__status="destroyed").update(is_settled=True)


class Migration(migrations.Migration):
    dependencies = [("compliance", "0007_propose_again_what_came_again")]

    operations = [migrations.RunPython(settle, migrations.RunPython.noop)]
