from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("compliance", "0006_what_outlives_a_destruction")]

    operations = [
        migrations.RemoveConstraint(model_name="destructionitem", name="destruction_of_a_record_once"),
        migrations.RenameField(model_name="destructionitem", old_name="is_dropped", new_name="is_settled"),
        migrations.AlterField(
            model_name="destructionitem",
            name="is_settled",
            field=models.BooleanField(default=False, help_text="Its batch was carried out or cancelled"),
        ),
        migrations.AddConstraint(
            model_name="destructionitem",
            constraint=models.UniqueConstraint(
                condition=models.Q(is_settled=False), fields=("record_key",), name="destruction_proposed_once"
            ),
        ),
    ]
