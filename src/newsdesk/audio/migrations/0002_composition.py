"""The news of a day has a row of its own, and a time at which it is composed."""

import datetime
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('audio', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Composition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('attempts', models.PositiveIntegerField(default=0)),
                ('began_at', models.DateTimeField(null=True)),
                ('next_attempt_at', models.DateTimeField(null=True)),
                ('final', models.BooleanField(default=False)),
                ('error', models.TextField(blank=True)),
                ('shelving', models.CharField(blank=True, max_length=64)),
                ('day', models.DateField(unique=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AlterField(
            model_name='audiorules',
            name='today_at',
            field=models.TimeField(blank=True, default=datetime.time(17, 0), null=True, verbose_name="the day's news is composed at"),
        ),
    ]
