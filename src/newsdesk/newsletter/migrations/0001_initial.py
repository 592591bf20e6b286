"""Letters and those who read them."""

import django.core.validators
import django.db.models.deletion
import newsdesk.newsletter.models.letter
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Consent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('letters', models.JSONField(default=list)),
                ('words', models.TextField()),
                ('words_version', models.CharField(max_length=12)),
                ('source', models.CharField(max_length=20)),
                ('form', models.CharField(blank=True, max_length=200)),
                ('asked_at', models.DateTimeField(null=True)),
                ('confirmed_at', models.DateTimeField(null=True)),
                ('network', models.CharField(blank=True, max_length=64)),
                ('day', models.DateField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='Letter',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=80, unique=True, verbose_name='name')),
                ('slug', models.SlugField(max_length=80, unique=True, validators=[newsdesk.newsletter.models.letter.no_door], verbose_name='slug')),
                ('description', models.CharField(max_length=240, verbose_name='what readers get, and how often')),
                ('language', models.CharField(max_length=12, verbose_name='language')),
                ('from_name', models.CharField(max_length=80, verbose_name='from, the name')),
                ('from_address', models.EmailField(max_length=254, verbose_name='from, the address')),
                ('reply_to', models.EmailField(blank=True, max_length=254, verbose_name='where answers go')),
                ('by', models.CharField(choices=[('hand', 'composed by hand'), ('rule', 'composed by a rule, and looked at'), ('breaking', 'breaking news, from one article')], default='hand', max_length=8, verbose_name='how issues are made')),
                ('at', models.TimeField(blank=True, null=True, verbose_name='at')),
                ('weekdays', models.CharField(default='1234567', max_length=7, verbose_name='on')),
                ('at_least', models.PositiveSmallIntegerField(default=3, verbose_name='at least so many cards')),
                ('most', models.PositiveSmallIntegerField(default=8, verbose_name='at most so many cards')),
                ('again_after', models.PositiveSmallIntegerField(default=7, verbose_name='no card again for so many days')),
                ('a_day', models.PositiveSmallIntegerField(default=2, verbose_name='issues a day')),
                ('second_yes', models.BooleanField(default=True, verbose_name='a second person agrees to breaking news')),
                ('counted', models.BooleanField(default=False, verbose_name='links are counted')),
                ('still_after', models.PositiveSmallIntegerField(default=0, verbose_name='months without a sign until readers are asked')),
                ('answer_within', models.PositiveSmallIntegerField(default=30, validators=[django.core.validators.MinValueValidator(7)], verbose_name='days they have to answer')),
                ('open', models.BooleanField(default=True, verbose_name='readers can ask for it')),
            ],
        ),
        migrations.CreateModel(
            name='Subscriber',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('address', models.CharField(max_length=320)),
                ('canonical', models.CharField(max_length=320, unique=True)),
                ('language', models.CharField(max_length=12)),
                ('role', models.BooleanField(default=False)),
                ('since', models.DateTimeField(auto_now_add=True)),
                ('reacted_at', models.DateTimeField(null=True)),
                ('soft', models.PositiveSmallIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name='Suppression',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('address', models.CharField(max_length=64, unique=True)),
                ('why', models.CharField(choices=[('bounced', 'Bounced'), ('complained', 'Complained'), ('not_me', 'Not Me'), ('erased', 'Erased'), ('desk', 'Desk')], max_length=12)),
                ('detail', models.CharField(blank=True, max_length=120)),
                ('at', models.DateTimeField(auto_now_add=True)),
            ],
        ),
        migrations.CreateModel(
            name='Ask',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('address', models.CharField(max_length=320)),
                ('letters', models.JSONField(default=list)),
                ('words', models.TextField()),
                ('words_version', models.CharField(max_length=12)),
                ('form', models.CharField(blank=True, max_length=200)),
                ('network', models.CharField(max_length=64)),
                ('day', models.DateField()),
                ('asked_at', models.DateTimeField()),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('next_attempt_at', models.DateTimeField(db_index=True)),
                ('consent', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='asks', to='newsletter.consent')),
            ],
        ),
        migrations.CreateModel(
            name='Issue',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('subject', models.CharField(max_length=150, verbose_name='subject')),
                ('preview', models.CharField(blank=True, max_length=200, verbose_name='preview text')),
                ('body', models.JSONField(default=list)),
                ('links', models.JSONField(default=list)),
                ('version', models.PositiveIntegerField(default=1)),
                ('state', models.CharField(choices=[('draft', 'draft'), ('scheduled', 'scheduled'), ('sending', 'being sent'), ('stopped', 'stopped'), ('sent', 'sent'), ('dropped', 'dropped')], default='draft', max_length=9)),
                ('due_at', models.DateTimeField(blank=True, null=True, verbose_name='goes out at')),
                ('began_at', models.DateTimeField(null=True)),
                ('addressed_at', models.DateTimeField(null=True)),
                ('went_on_at', models.DateTimeField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('stopped_because', models.CharField(blank=True, max_length=200)),
                ('made_by', models.CharField(blank=True, max_length=150)),
                ('agreed_by', models.CharField(blank=True, max_length=150)),
                ('of', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='notes', to='newsletter.issue')),
                ('letter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='issues', to='newsletter.letter')),
            ],
            options={
                'permissions': [('send_issue', 'Can agree that issues go out')],
            },
        ),
        migrations.CreateModel(
            name='Delivery',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('domain', models.CharField(max_length=255)),
                ('state', models.CharField(choices=[('waiting', 'Waiting'), ('claimed', 'Claimed'), ('handing', 'Handing'), ('sent', 'Sent'), ('refused', 'Refused'), ('unknown', 'Unknown'), ('dropped', 'Dropped')], default='waiting', max_length=8)),
                ('owner', models.CharField(blank=True, max_length=64)),
                ('lease', models.DateTimeField(null=True)),
                ('version', models.PositiveIntegerField(default=0)),
                ('message_id', models.CharField(max_length=200, unique=True)),
                ('known_as', models.CharField(blank=True, max_length=200)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('next_attempt_at', models.DateTimeField(null=True)),
                ('code', models.CharField(blank=True, max_length=12)),
                ('reply', models.CharField(blank=True, max_length=300)),
                ('sent_at', models.DateTimeField(null=True)),
                ('left_at', models.DateTimeField(null=True)),
                ('issue', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='deliveries', to='newsletter.issue')),
                ('subscriber', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='deliveries', to='newsletter.subscriber')),
            ],
        ),
        migrations.CreateModel(
            name='Notice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=64, unique=True)),
                ('kind', models.CharField(choices=[('delivered', 'Delivered'), ('delayed', 'Delayed'), ('soft', 'Soft'), ('hard', 'Hard'), ('complaint', 'Complaint'), ('left', 'Left')], max_length=9)),
                ('status', models.CharField(blank=True, max_length=12)),
                ('said', models.CharField(blank=True, max_length=300)),
                ('via', models.CharField(max_length=20)),
                ('at', models.DateTimeField()),
                ('delivery', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='notices', to='newsletter.delivery')),
            ],
        ),
        migrations.AddField(
            model_name='consent',
            name='subscriber',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='consents', to='newsletter.subscriber'),
        ),
        migrations.CreateModel(
            name='Subscription',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('asked', 'Asked'), ('confirmed', 'Confirmed'), ('left', 'Left')], max_length=9)),
                ('asked_at', models.DateTimeField()),
                ('confirmed_at', models.DateTimeField(null=True)),
                ('left_at', models.DateTimeField(null=True)),
                ('left_by', models.CharField(blank=True, max_length=20)),
                ('still_asked_at', models.DateTimeField(db_index=True, null=True)),
                ('still_not_before', models.DateTimeField(null=True)),
                ('letter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='subscriptions', to='newsletter.letter')),
                ('subscriber', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='subscriptions', to='newsletter.subscriber')),
            ],
        ),
        migrations.CreateModel(
            name='Token',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('hash', models.CharField(max_length=64, unique=True)),
                ('made_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField(db_index=True)),
                ('used_at', models.DateTimeField(null=True)),
                ('consent', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tokens', to='newsletter.consent')),
                ('subscriber', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tokens', to='newsletter.subscriber')),
            ],
        ),
        migrations.CreateModel(
            name='Turn',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('found', models.PositiveSmallIntegerField(default=0, null=True)),
                ('issue', models.OneToOneField(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='turn', to='newsletter.issue')),
                ('letter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='turns', to='newsletter.letter')),
            ],
        ),
        migrations.CreateModel(
            name='Carried',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('article', models.UUIDField(db_index=True)),
                ('number', models.PositiveIntegerField()),
                ('lead', models.BooleanField(default=False)),
                ('seen', models.PositiveIntegerField(default=0)),
                ('corrected_by', models.PositiveIntegerField(default=0)),
                ('withdrawn_at', models.DateTimeField(null=True)),
                ('issue', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='carried', to='newsletter.issue')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('issue', 'article'), name='carried_once')],
            },
        ),
        migrations.CreateModel(
            name='GivenUp',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField()),
                ('refused', models.BooleanField()),
                ('code', models.CharField(blank=True, max_length=12)),
                ('reply', models.CharField(blank=True, max_length=300)),
                ('count', models.PositiveIntegerField(default=0)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('day', 'refused', 'code'), name='given_up_once')],
            },
        ),
        migrations.CreateModel(
            name='Visits',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField()),
                ('day', models.DateField()),
                ('count', models.PositiveIntegerField(default=0)),
                ('issue', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='visits', to='newsletter.issue')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('issue', 'number', 'day'), name='visits_once')],
            },
        ),
        migrations.AddIndex(
            model_name='issue',
            index=models.Index(fields=['state', 'due_at'], name='issue_due'),
        ),
        migrations.AddIndex(
            model_name='delivery',
            index=models.Index(fields=['issue', 'state', 'next_attempt_at', 'id'], name='delivery_due'),
        ),
        migrations.AddIndex(
            model_name='delivery',
            index=models.Index(fields=['state', 'lease'], name='delivery_leased'),
        ),
        migrations.AddIndex(
            model_name='delivery',
            index=models.Index(fields=['sent_at'], name='delivery_sent'),
        ),
        migrations.AddIndex(
            model_name='delivery',
            index=models.Index(condition=models.Q(('known_as', ''), _negated=True), fields=['known_as'], name='delivery_known_as'),
        ),
        migrations.AddConstraint(
            model_name='delivery',
            constraint=models.UniqueConstraint(fields=('issue', 'subscriber'), name='delivery_once'),
        ),
        migrations.AddIndex(
            model_name='subscription',
            index=models.Index(fields=['letter', 'state'], name='subscription_of_letter'),
        ),
        migrations.AddConstraint(
            model_name='subscription',
            constraint=models.UniqueConstraint(fields=('subscriber', 'letter'), name='subscription_once'),
        ),
        migrations.AddConstraint(
            model_name='turn',
            constraint=models.UniqueConstraint(fields=('letter', 'at'), name='turn_once'),
        ),
    ]
