import django.db.models.deletion
import django.db.models.expressions
import navmark.foundation.tenancy.fields
import uuid_utils.compat
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('activities', '0001_start'),
        ('people', '0001_start'),
        ('tenancy', '0001_start'),
    ]

    operations = [
        migrations.CreateModel(
            name='AgendaItem',
            fields=[
                ('id', models.UUIDField(default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False)),
                ('position', models.PositiveSmallIntegerField()),
                ('title', models.CharField(max_length=200, verbose_name='item')),
                ('points', models.TextField(blank=True, verbose_name='main points')),
                ('origin', models.CharField(blank=True, choices=[('', 'added here'), ('decision', 'submitted by the committee'), ('follow_up', 'unfinished follow-up'), ('proposal', 'proposed by a member')], default='', max_length=10)),
                ('origin_id', models.UUIDField(blank=True, null=True)),
                ('revision', models.PositiveIntegerField(default=1)),
                ('part', navmark.foundation.tenancy.fields.SchoolFK(on_delete=django.db.models.deletion.CASCADE, related_name='items', to='activities.part')),
                ('reporter', navmark.foundation.tenancy.fields.SchoolFK(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person', verbose_name='reporter')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='tenancy.school')),
            ],
            options={
                'ordering': ('position', 'id'),
                'constraints': [models.UniqueConstraint(condition=models.Q(('origin_id__isnull', False)), fields=('school', 'part', 'origin', 'origin_id'), name='proceedings_item_origin_once')],
            },
        ),
        migrations.CreateModel(
            name='Decision',
            fields=[
                ('id', models.UUIDField(default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('resolution', 'resolution'), ('decision', 'decision'), ('opinion', 'opinion')], max_length=10)),
                ('text', models.TextField(verbose_name='text')),
                ('to_assembly', models.BooleanField(default=False, verbose_name='submit to the general meeting')),
                ('reported_up', models.BooleanField(default=False, verbose_name='report to the superior')),
                ('made_on', models.DateField()),
                ('item', navmark.foundation.tenancy.fields.SchoolFK(on_delete=django.db.models.deletion.CASCADE, related_name='decisions', to='proceedings.agendaitem')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='tenancy.school')),
            ],
            options={
                'ordering': ('id',),
                'indexes': [models.Index(fields=['school', 'to_assembly'], name='proceedings_decision_assembly')],
            },
        ),
        migrations.CreateModel(
            name='FollowUp',
            fields=[
                ('id', models.UUIDField(default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False)),
                ('what', models.CharField(max_length=200, verbose_name='what')),
                ('due_on', models.DateField(verbose_name='by when')),
                ('done_on', models.DateField(blank=True, null=True, verbose_name='done on')),
                ('decision', navmark.foundation.tenancy.fields.SchoolFK(on_delete=django.db.models.deletion.CASCADE, related_name='follow_ups', to='proceedings.decision')),
                ('owner', navmark.foundation.tenancy.fields.SchoolFK(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person', verbose_name='who')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='tenancy.school')),
            ],
            options={
                'ordering': ('due_on', 'id'),
            },
        ),
        migrations.CreateModel(
            name='Minutes',
            fields=[
                ('id', models.UUIDField(default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False)),
                ('state', models.CharField(choices=[('open', 'being written'), ('submitted', 'submitted'), ('locked', 'locked')], default='open', max_length=10)),
                ('separate_number', models.CharField(blank=True, max_length=40, verbose_name='number of the separate record')),
                ('submitted_by', models.UUIDField(blank=True, null=True)),
                ('submitted_at', models.DateTimeField(blank=True, null=True)),
                ('locked_by', models.UUIDField(blank=True, null=True)),
                ('locked_at', models.DateTimeField(blank=True, null=True)),
                ('snapshot', models.JSONField(blank=True, null=True)),
                ('activity', navmark.foundation.tenancy.fields.SchoolFK(on_delete=django.db.models.deletion.PROTECT, related_name='minutes', to='activities.activity')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='tenancy.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('school', 'activity'), name='proceedings_minutes_once'), models.CheckConstraint(condition=models.Q(models.Q(('submitted_at__isnull', True), ('submitted_by__isnull', True)), models.Q(('submitted_at__isnull', False), ('submitted_by__isnull', False)), _connector='OR'), name='proceedings_minutes_submitted_who_and_when'), models.CheckConstraint(condition=models.Q(models.Q(('locked_at__isnull', False), ('locked_by__isnull', False), ('snapshot__isnull', False), ('state', 'locked')), models.Q(models.Q(('state', 'locked'), _negated=True), ('locked_at__isnull', True), ('locked_by__isnull', True), ('snapshot__isnull', True)), _connector='OR'), name='proceedings_minutes_locked_who_and_when'), models.CheckConstraint(condition=models.Q(('locked_by__isnull', True), models.Q(('locked_by', models.F('submitted_by')), _negated=True), _connector='OR'), name='proceedings_minutes_two_people')],
            },
        ),
        migrations.CreateModel(
            name='Amendment',
            fields=[
                ('id', models.UUIDField(default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False)),
                ('text', models.TextField(verbose_name='amendment')),
                ('by', models.UUIDField()),
                ('by_name', models.CharField(max_length=60)),
                ('at', models.DateTimeField()),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='tenancy.school')),
                ('minutes', navmark.foundation.tenancy.fields.SchoolFK(on_delete=django.db.models.deletion.PROTECT, related_name='amendments', to='proceedings.minutes')),
            ],
            options={
                'ordering': ('at', 'id'),
            },
        ),
        migrations.CreateModel(
            name='Speech',
            fields=[
                ('id', models.UUIDField(default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False)),
                ('text', models.TextField(blank=True, verbose_name='what was said')),
                ('dissent', models.BooleanField(default=False, verbose_name='a different opinion')),
                ('revision', models.PositiveIntegerField(default=1)),
                ('item', navmark.foundation.tenancy.fields.SchoolFK(on_delete=django.db.models.deletion.CASCADE, related_name='speeches', to='proceedings.agendaitem')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='tenancy.school')),
                ('speaker', navmark.foundation.tenancy.fields.SchoolFK(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
            ],
            options={
                'ordering': ('id',),
                'constraints': [models.UniqueConstraint(fields=('school', 'item', 'speaker'), name='proceedings_speech_once')],
            },
        ),
        migrations.CreateModel(
            name='Vote',
            fields=[
                ('id', models.UUIDField(default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False)),
                ('subject', models.CharField(max_length=200, verbose_name='subject')),
                ('method', models.CharField(choices=[('secret', 'secret ballot on paper'), ('hands', 'show of hands')], default='secret', max_length=8, verbose_name='method')),
                ('entitled', models.PositiveSmallIntegerField()),
                ('present', models.PositiveSmallIntegerField()),
                ('issued', models.PositiveSmallIntegerField(verbose_name='issued')),
                ('collected', models.PositiveSmallIntegerField(verbose_name='collected')),
                ('ayes', models.PositiveSmallIntegerField(verbose_name='in favour')),
                ('nays', models.PositiveSmallIntegerField(verbose_name='against')),
                ('abstentions', models.PositiveSmallIntegerField(verbose_name='abstentions')),
                ('invalid', models.PositiveSmallIntegerField(default=0, verbose_name='invalid')),
                ('passed', models.BooleanField()),
                ('outcome', models.CharField(max_length=200)),
                ('rule_id', models.CharField(max_length=20)),
                ('rule_version', models.CharField(max_length=40)),
                ('at', models.DateTimeField()),
                ('counter', navmark.foundation.tenancy.fields.SchoolFK(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person', verbose_name='counter')),
                ('item', navmark.foundation.tenancy.fields.SchoolFK(on_delete=django.db.models.deletion.CASCADE, related_name='votes', to='proceedings.agendaitem')),
                ('overseer', navmark.foundation.tenancy.fields.SchoolFK(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person', verbose_name='overseer')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='tenancy.school')),
            ],
            options={
                'ordering': ('at', 'id'),
                'constraints': [models.CheckConstraint(condition=models.Q(('collected__lte', models.F('issued'))), name='proceedings_vote_collected_of_issued'), models.CheckConstraint(condition=models.Q(('collected', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.F('ayes'), '+', models.F('nays')), '+', models.F('abstentions')), '+', models.F('invalid')))), name='proceedings_vote_adds_up')],
            },
        ),
        migrations.AddField(
            model_name='decision',
            name='vote',
            field=navmark.foundation.tenancy.fields.SchoolFK(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='proceedings.vote'),
        ),
        migrations.CreateModel(
            name='Waiver',
            fields=[
                ('id', models.UUIDField(default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False)),
                ('finding', models.CharField(max_length=80)),
                ('reason', models.CharField(max_length=200, verbose_name='reason')),
                ('by', models.UUIDField()),
                ('at', models.DateTimeField()),
                ('minutes', navmark.foundation.tenancy.fields.SchoolFK(on_delete=django.db.models.deletion.CASCADE, related_name='waivers', to='proceedings.minutes')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='tenancy.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('school', 'minutes', 'finding'), name='proceedings_waiver_once')],
            },
        ),
    ]
