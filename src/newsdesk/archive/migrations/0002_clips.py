"""Which articles await a clip, and which composed clips speak of them."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('archive', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='ClipPartRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('article', models.UUIDField(db_index=True)),
                ('of', models.CharField(db_index=True, max_length=80)),
            ],
        ),
        migrations.AddField(
            model_name='cardrow',
            name='awaits_clip',
            field=models.BooleanField(default=False),
        ),
        migrations.AddIndex(
            model_name='cardrow',
            index=models.Index(condition=models.Q(('awaits_clip', True)), fields=['-first_published'], name='card_awaits_clip'),
        ),
        migrations.AddConstraint(
            model_name='clippartrow',
            constraint=models.UniqueConstraint(fields=('article', 'of'), name='clip_part_once'),
        ),
    ]
