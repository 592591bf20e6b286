"""How the newsroom is heard."""

import datetime
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='AudioRules',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.BooleanField(default=True, verbose_name='articles are read aloud')),
                ('voice', models.CharField(default='espeak', max_length=40, verbose_name='voice')),
                ('disclosure', models.CharField(blank=True, max_length=300, verbose_name='what is said first')),
                ('formant_label', models.CharField(blank=True, max_length=120, verbose_name='beside a synthetic voice')),
                ('trained_label', models.CharField(blank=True, max_length=120, verbose_name='beside an AI-generated voice')),
                ('captions', models.BooleanField(default=False, verbose_name='captions are read')),
                ('drafts_leave', models.BooleanField(default=False, verbose_name='unpublished text may go to a voice elsewhere')),
                ('old_a_day', models.PositiveIntegerField(default=50, verbose_name='older articles a day')),
                ('today_at', models.TimeField(blank=True, default=datetime.time(17, 0), null=True, verbose_name="the day's news is composed at")),
            ],
            options={
                'verbose_name': 'rules for audio',
            },
        ),
        migrations.CreateModel(
            name='Composition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('attempts', models.PositiveIntegerField(default=0)),
                ('began_at', models.DateTimeField(null=True)),
                ('next_attempt_at', models.DateTimeField(null=True)),
                ('final', models.BooleanField(default=False)),
                ('error', models.TextField(blank=True)),
                ('shelving', models.CharField(blank=True, db_index=True, max_length=64)),
                ('day', models.DateField(unique=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Made',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('of', models.CharField(max_length=80)),
                ('at', models.DateTimeField(db_index=True)),
                ('voice', models.CharField(max_length=40)),
                ('seconds', models.FloatField()),
                ('characters', models.PositiveIntegerField()),
                ('cost', models.DecimalField(decimal_places=6, max_digits=12, null=True)),
                ('old', models.BooleanField(default=False)),
            ],
        ),
        migrations.CreateModel(
            name='Narration',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('attempts', models.PositiveIntegerField(default=0)),
                ('began_at', models.DateTimeField(null=True)),
                ('next_attempt_at', models.DateTimeField(null=True)),
                ('final', models.BooleanField(default=False)),
                ('error', models.TextField(blank=True)),
                ('shelving', models.CharField(blank=True, db_index=True, max_length=64)),
                ('article', models.UUIDField(unique=True)),
                ('voice', models.CharField(blank=True, max_length=40)),
                ('silent_because', models.CharField(blank=True, max_length=200)),
                ('recording', models.CharField(blank=True, max_length=64)),
                ('recording_spoken', models.CharField(blank=True, max_length=64)),
                ('reader', models.CharField(blank=True, max_length=120)),
                ('tried', models.PositiveIntegerField(default=0)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Pronunciation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(max_length=12, verbose_name='language')),
                ('word', models.CharField(max_length=80, verbose_name='word')),
                ('said', models.CharField(max_length=160, verbose_name='how it is said')),
            ],
            options={
                'ordering': ('language', 'word'),
                'constraints': [models.UniqueConstraint(fields=('language', 'word'), name='pronunciation_once')],
            },
        ),
        migrations.CreateModel(
            name='VoiceRule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('section', models.CharField(blank=True, max_length=36, verbose_name='section')),
                ('language', models.CharField(blank=True, max_length=12, verbose_name='language')),
                ('voice', models.CharField(max_length=40, verbose_name='voice')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('section', 'language'), name='voice_rule_once')],
            },
        ),
    ]
