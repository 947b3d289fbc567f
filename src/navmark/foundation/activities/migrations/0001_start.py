import django.db.models.deletion
import navmark.foundation.sealing.fields
import navmark.foundation.tenancy.fields
import uuid_utils.compat
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '0001_start'),
        ('tenancy', '0001_start'),
    ]

    operations = [
        migrations.CreateModel(
            name='Activity',
            fields=[
                ('id', models.UUIDField(default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False)),
                ('title', models.CharField(max_length=120, verbose_name='title')),
                ('day', models.DateField(verbose_name='day')),
                ('starts_at', models.DateTimeField(verbose_name='starts at')),
                ('ends_at', models.DateTimeField(blank=True, null=True, verbose_name='ends at')),
                ('place', models.CharField(blank=True, max_length=100, verbose_name='place')),
                ('visibility', models.CharField(choices=[('participants', 'participants'), ('committee', 'committee'), ('unit', 'unit'), ('school', 'school')], max_length=12)),
                ('state', models.CharField(choices=[('planned', 'planned'), ('held', 'held'), ('cancelled', 'cancelled')], default='planned', max_length=10, verbose_name='state')),
                ('cancelled_because', models.CharField(blank=True, max_length=200, verbose_name='cancelled because')),
                ('made_by', models.UUIDField()),
                ('made_at', models.DateTimeField()),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('host', navmark.foundation.tenancy.fields.SchoolFK(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person', verbose_name='host')),
                ('recorder', navmark.foundation.tenancy.fields.SchoolFK(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person', verbose_name='recorder')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='tenancy.school')),
                ('unit', navmark.foundation.tenancy.fields.SchoolFK(on_delete=django.db.models.deletion.PROTECT, related_name='activities', to='people.unit')),
            ],
            options={
                'ordering': ('-starts_at', 'id'),
                'indexes': [models.Index(fields=['school', 'day'], name='activities_activity_day')],
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_at__isnull', True), ('ends_at__gt', models.F('starts_at')), _connector='OR'), name='activities_activity_ends_after_start')],
            },
        ),
        migrations.CreateModel(
            name='ActivityTag',
            fields=[
                ('id', models.UUIDField(default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False)),
                ('label', models.CharField(max_length=60, verbose_name='tag')),
                ('activity', navmark.foundation.tenancy.fields.SchoolFK(on_delete=django.db.models.deletion.CASCADE, related_name='tags', to='activities.activity')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='tenancy.school')),
            ],
            options={
                'ordering': ('label',),
                'constraints': [models.UniqueConstraint(fields=('school', 'activity', 'label'), name='activities_tag_once')],
            },
        ),
        migrations.CreateModel(
            name='Attendance',
            fields=[
                ('id', models.UUIDField(default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False)),
                ('expected', models.BooleanField(default=True)),
                ('presence', models.CharField(blank=True, choices=[('', 'not yet marked'), ('present', 'present'), ('late', 'late'), ('leave', 'on leave'), ('absent', 'absent')], default='', max_length=8, verbose_name='presence')),
                ('reason', models.CharField(blank=True, max_length=200, verbose_name='reason')),
                ('method', models.CharField(blank=True, choices=[('sheet', 'marked against the signed sheet'), ('all_others', 'all others present, against the signed sheet'), ('own', 'own sign-in'), ('name_picked', 'name picked on a phone, to be confirmed'), ('plan', 'known before')], max_length=12)),
                ('marked_by', models.UUIDField(blank=True, null=True)),
                ('marked_at', models.DateTimeField(blank=True, null=True)),
                ('not_counted', models.CharField(blank=True, max_length=200, verbose_name='not counted because')),
                ('activity', navmark.foundation.tenancy.fields.SchoolFK(on_delete=django.db.models.deletion.CASCADE, related_name='roll', to='activities.activity')),
                ('person', navmark.foundation.tenancy.fields.SchoolFK(on_delete=django.db.models.deletion.PROTECT, related_name='attendances', to='people.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='tenancy.school')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'person'], name='activities_attendance_person')],
                'constraints': [models.UniqueConstraint(fields=('school', 'activity', 'person'), name='activities_attendance_once'), models.CheckConstraint(condition=models.Q(models.Q(('marked_at__isnull', True), ('marked_by__isnull', True), ('presence', '')), models.Q(models.Q(('presence', ''), _negated=True), ('marked_at__isnull', False), ('marked_by__isnull', False)), _connector='OR'), name='activities_attendance_who_and_when')],
            },
        ),
        migrations.CreateModel(
            name='FeedKey',
            fields=[
                ('id', models.UUIDField(default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False)),
                ('token', navmark.foundation.sealing.fields.EncryptedTextField()),
                ('token_digest', models.CharField(max_length=64)),
                ('made_at', models.DateTimeField()),
                ('person', navmark.foundation.tenancy.fields.SchoolFK(on_delete=django.db.models.deletion.CASCADE, related_name='feed_keys', to='people.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='tenancy.school')),
            ],
            options={
                'indexes': [models.Index(fields=['token_digest'], name='activities_feedkey_digest')],
                'constraints': [models.UniqueConstraint(fields=('school', 'person'), name='activities_feedkey_one')],
            },
        ),
        migrations.CreateModel(
            name='Guest',
            fields=[
                ('id', models.UUIDField(default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=60, verbose_name='name')),
                ('organisation', models.CharField(blank=True, max_length=100, verbose_name='organisation')),
                ('activity', navmark.foundation.tenancy.fields.SchoolFK(on_delete=django.db.models.deletion.CASCADE, related_name='guests', to='activities.activity')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='tenancy.school')),
            ],
            options={
                'ordering': ('id',),
            },
        ),
        migrations.CreateModel(
            name='Part',
            fields=[
                ('id', models.UUIDField(default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False)),
                ('position', models.PositiveSmallIntegerField()),
                ('kind', models.CharField(max_length=40, verbose_name='kind')),
                ('topic', models.CharField(blank=True, max_length=200, verbose_name='topic')),
                ('activity', navmark.foundation.tenancy.fields.SchoolFK(on_delete=django.db.models.deletion.CASCADE, related_name='parts', to='activities.activity')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='tenancy.school')),
            ],
            options={
                'ordering': ('position',),
                'indexes': [models.Index(fields=['school', 'kind'], name='activities_part_kind')],
                'constraints': [models.UniqueConstraint(fields=('school', 'activity', 'position'), name='activities_part_position')],
            },
        ),
    ]
