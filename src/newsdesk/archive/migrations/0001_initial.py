
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='CardRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('article', models.UUIDField(unique=True)),
                ('path', models.CharField(max_length=200, unique=True)),
                ('state', models.CharField(choices=[('live', 'Live'), ('unpublished', 'Unpublished'), ('killed', 'Killed'), ('takedown', 'Taken Down')], default='live', max_length=12)),
                ('number', models.PositiveIntegerField()),
                ('first_published', models.DateTimeField(db_index=True)),
                ('withdrawn_at', models.DateTimeField(null=True)),
                ('reason', models.TextField(blank=True, default='')),
                ('data', models.JSONField()),
            ],
        ),
        migrations.CreateModel(
            name='ListingRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=80, unique=True)),
                ('next_serial', models.PositiveIntegerField(default=1)),
            ],
        ),
        migrations.CreateModel(
            name='ValueRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=200, unique=True)),
                ('data', models.JSONField()),
            ],
        ),
        migrations.CreateModel(
            name='Change',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=200)),
                ('lane', models.PositiveSmallIntegerField()),
                ('at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'indexes': [models.Index(fields=['lane', '-id'], name='change_urgency')],
            },
        ),
        migrations.CreateModel(
            name='EditionRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('article', models.UUIDField()),
                ('number', models.PositiveIntegerField()),
                ('filed_at', models.DateTimeField(auto_now_add=True)),
                ('data', models.JSONField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('article', 'number'), name='edition_number_once')],
            },
        ),
        migrations.CreateModel(
            name='LeafRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('serial', models.PositiveIntegerField()),
                ('since', models.DateTimeField(null=True)),
                ('since_card', models.BigIntegerField(default=0)),
                ('until', models.DateTimeField()),
                ('until_card', models.BigIntegerField()),
                ('listing', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='leaves', to='archive.listingrow')),
            ],
        ),
        migrations.CreateModel(
            name='EntryRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('card', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='entries', to='archive.cardrow')),
                ('leaf', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='entries', to='archive.leafrow')),
                ('listing', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='entries', to='archive.listingrow')),
            ],
        ),
        migrations.AddConstraint(
            model_name='leafrow',
            constraint=models.UniqueConstraint(fields=('listing', 'serial'), name='leaf_serial_once'),
        ),
        migrations.AddConstraint(
            model_name='leafrow',
            constraint=models.UniqueConstraint(fields=('listing', 'until', 'until_card'), name='leaf_until_once'),
        ),
        migrations.AddIndex(
            model_name='entryrow',
            index=models.Index(fields=['listing', 'leaf', 'at', 'card'], name='entry_order'),
        ),
        migrations.AddConstraint(
            model_name='entryrow',
            constraint=models.UniqueConstraint(fields=('listing', 'card'), name='entry_once'),
        ),
    ]
