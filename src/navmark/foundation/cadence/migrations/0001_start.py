import django.db.models.deletion
import navmark.foundation.tenancy.fields
import uuid_utils.compat
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('tenancy', '0001_start'),
    ]

    operations = [
        migrations.CreateModel(
            name='Cadence',
            fields=[
                ('id', models.UUIDField(default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=40)),
                ('activity_kind', models.CharField(max_length=40)),
                ('period', models.CharField(choices=[('day', 'day'), ('week', 'week'), ('month', 'month'), ('quarter', 'quarter'), ('half', 'half'), ('year', 'year'), ('term', 'term'), ('school_year', 'school_year'), ('party_year', 'party_year')], max_length=12)),
                ('subject', models.CharField(choices=[('unit:branch', 'unit:branch'), ('unit:party_group', 'unit:party_group'), ('person:member', 'person:member')], max_length=20)),
                ('times', models.PositiveSmallIntegerField(default=1)),
                ('grace_days', models.PositiveSmallIntegerField(default=0)),
                ('rule_id', models.CharField(blank=True, max_length=20)),
                ('active_from', models.DateField()),
                ('active_to', models.DateField(blank=True, null=True)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='tenancy.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('school', 'code'), name='cadence_cadence_code')],
            },
        ),
        migrations.CreateModel(
            name='Duty',
            fields=[
                ('id', models.UUIDField(default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False)),
                ('subject_kind', models.CharField(choices=[('unit', 'unit'), ('person', 'person')], max_length=6)),
                ('subject_id', models.UUIDField()),
                ('period_key', models.CharField(blank=True, max_length=20)),
                ('opens_on', models.DateField()),
                ('due_on', models.DateField(blank=True, null=True)),
                ('late_on', models.DateField(blank=True, null=True)),
                ('times', models.PositiveSmallIntegerField(default=1)),
                ('next_change_on', models.DateField(blank=True, null=True)),
                ('title', models.CharField(blank=True, max_length=200, verbose_name='what')),
                ('source_kind', models.CharField(blank=True, max_length=40)),
                ('source_id', models.UUIDField(blank=True, null=True)),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('cadence', navmark.foundation.tenancy.fields.SchoolFK(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='duties', to='cadence.cadence')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='tenancy.school')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'subject_id', 'due_on'], name='cadence_duty_subject'), models.Index(fields=['school', 'next_change_on'], name='cadence_duty_change')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('cadence__isnull', False)), fields=('school', 'cadence', 'subject_id', 'period_key'), name='cadence_duty_once_a_period'), models.UniqueConstraint(condition=models.Q(('source_id__isnull', False)), fields=('school', 'source_kind', 'source_id'), name='cadence_duty_source_once')],
            },
        ),
        migrations.CreateModel(
            name='Excuse',
            fields=[
                ('id', models.UUIDField(default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False)),
                ('reason', models.CharField(max_length=200, verbose_name='reason')),
                ('by', models.UUIDField(null=True)),
                ('at', models.DateTimeField()),
                ('duty', navmark.foundation.tenancy.fields.SchoolFK(on_delete=django.db.models.deletion.CASCADE, related_name='excuses', to='cadence.duty')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='tenancy.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('school', 'duty'), name='cadence_excuse_once')],
            },
        ),
        migrations.CreateModel(
            name='Fulfilment',
            fields=[
                ('id', models.UUIDField(default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False)),
                ('source_kind', models.CharField(max_length=40)),
                ('source_id', models.UUIDField()),
                ('done_on', models.DateField()),
                ('noted_by', models.UUIDField()),
                ('noted_at', models.DateTimeField()),
                ('duty', navmark.foundation.tenancy.fields.SchoolFK(on_delete=django.db.models.deletion.CASCADE, related_name='fulfilments', to='cadence.duty')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='tenancy.school')),
            ],
            options={
                'ordering': ('done_on', 'id'),
                'indexes': [models.Index(fields=['school', 'source_id'], name='cadence_fulfilment_source')],
                'constraints': [models.UniqueConstraint(fields=('school', 'duty', 'source_kind', 'source_id'), name='cadence_fulfilment_source_once')],
            },
        ),
        migrations.CreateModel(
            name='PartyYear',
            fields=[
                ('id', models.UUIDField(default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False)),
                ('year', models.PositiveSmallIntegerField(verbose_name='year')),
                ('closes_on', models.DateField(verbose_name='to be done by')),
                ('basis', models.CharField(max_length=200, verbose_name='notice')),
                ('noted_by', models.UUIDField()),
                ('noted_at', models.DateTimeField()),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='tenancy.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('school', 'year'), name='cadence_partyyear_once')],
            },
        ),
    ]
