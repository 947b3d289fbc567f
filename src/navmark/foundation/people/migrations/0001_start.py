import django.db.models.deletion
import navmark.foundation.sealing.fields
import navmark.foundation.tenancy.fields
import uuid_utils.compat
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('tenancy', '0001_start'),
    ]

    operations = [
        migrations.CreateModel(
            name='Account',
            fields=[
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('id', models.UUIDField(default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False)),
                ('login', models.CharField(max_length=60, unique=True, verbose_name='login name')),
                ('is_active', models.BooleanField(default=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.UUIDField(default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=60, verbose_name='name')),
                ('sort_key', models.CharField(editable=False, max_length=120)),
                ('sex', models.CharField(blank=True, choices=[('m', 'male'), ('f', 'female')], max_length=1, verbose_name='sex')),
                ('born', models.DateField(blank=True, null=True, verbose_name='date of birth')),
                ('born_precision', models.CharField(blank=True, choices=[('day', 'day'), ('month', 'month'), ('year', 'year')], max_length=5)),
                ('staff_number', models.CharField(blank=True, max_length=40, verbose_name='staff number')),
                ('pupil_number', models.CharField(blank=True, max_length=40, verbose_name='pupil number')),
                ('ethnicity', models.CharField(blank=True, max_length=30, verbose_name='ethnicity')),
                ('education', models.CharField(blank=True, max_length=30, verbose_name='education')),
                ('subject', models.CharField(blank=True, max_length=40, verbose_name='subject taught')),
                ('job', models.CharField(blank=True, max_length=60, verbose_name='position')),
                ('phone', navmark.foundation.sealing.fields.EncryptedTextField(blank=True, default='', verbose_name='phone')),
                ('phone_index', models.CharField(blank=True, editable=False, max_length=64)),
                ('id_number', navmark.foundation.sealing.fields.EncryptedTextField(blank=True, default='', verbose_name='identity number')),
                ('id_index', models.CharField(blank=True, editable=False, max_length=64)),
                ('address', navmark.foundation.sealing.fields.EncryptedTextField(blank=True, default='', verbose_name='address')),
                ('extra', navmark.foundation.sealing.fields.EncryptedTextField(blank=True, default='', verbose_name='other columns of the sheet')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='tenancy.school')),
            ],
            options={
                'ordering': ('sort_key', 'id'),
                'indexes': [models.Index(fields=['school', 'sort_key'], name='people_person_sorted'), models.Index(fields=['school', 'name'], name='people_person_named'), models.Index(fields=['school', 'phone_index'], name='people_person_phone')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('staff_number', ''), _negated=True), fields=('school', 'staff_number'), name='people_person_staff_number'), models.UniqueConstraint(condition=models.Q(('pupil_number', ''), _negated=True), fields=('school', 'pupil_number'), name='people_person_pupil_number'), models.UniqueConstraint(condition=models.Q(('id_index', ''), _negated=True), fields=('school', 'id_index'), name='people_person_id_index')],
            },
        ),
        migrations.CreateModel(
            name='Invitation',
            fields=[
                ('id', models.UUIDField(default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False)),
                ('purpose', models.CharField(choices=[('join', 'first login'), ('reset', 'new password')], max_length=5)),
                ('code_digest', models.CharField(max_length=64)),
                ('made_by', models.UUIDField(null=True)),
                ('made_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField()),
                ('used_at', models.DateTimeField(blank=True, null=True)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='tenancy.school')),
                ('person', navmark.foundation.tenancy.fields.SchoolFK(on_delete=django.db.models.deletion.CASCADE, related_name='invitations', to='people.person')),
            ],
            options={
                'indexes': [models.Index(fields=['code_digest'], name='people_invitation_digest')],
            },
        ),
        migrations.CreateModel(
            name='ImportDraft',
            fields=[
                ('id', models.UUIDField(default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('staff', 'staff'), ('members', 'Party members'), ('pupils', 'pupils')], max_length=10)),
                ('file_name', models.CharField(blank=True, max_length=200)),
                ('content', navmark.foundation.sealing.fields.EncryptedTextField()),
                ('school_year', models.PositiveSmallIntegerField(verbose_name='school year')),
                ('mapping', models.JSONField(default=dict)),
                ('answers', models.JSONField(default=dict)),
                ('made_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField()),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='tenancy.school')),
                ('made_by', navmark.foundation.tenancy.fields.SchoolFK(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ImportAnswer',
            fields=[
                ('id', models.UUIDField(default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('staff', 'staff'), ('members', 'Party members'), ('pupils', 'pupils')], max_length=10)),
                ('fingerprint', models.CharField(max_length=64)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='tenancy.school')),
                ('person', navmark.foundation.tenancy.fields.SchoolFK(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('school', 'kind', 'fingerprint'), name='people_importanswer_once')],
            },
        ),
        migrations.CreateModel(
            name='Guardianship',
            fields=[
                ('id', models.UUIDField(default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False)),
                ('from_day', models.DateField(blank=True, null=True, verbose_name='from')),
                ('to_day', models.DateField(blank=True, null=True, verbose_name='to')),
                ('relation', models.CharField(blank=True, max_length=20, verbose_name='relation')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='tenancy.school')),
                ('child', navmark.foundation.tenancy.fields.SchoolFK(on_delete=django.db.models.deletion.CASCADE, related_name='guardians', to='people.person')),
                ('guardian', navmark.foundation.tenancy.fields.SchoolFK(on_delete=django.db.models.deletion.CASCADE, related_name='wards', to='people.person')),
            ],
            options={
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('from_day__isnull', True), ('to_day__isnull', True), ('to_day__gte', models.F('from_day')), _connector='OR'), name='people_guardianship_ends_after_start'), models.UniqueConstraint(fields=('school', 'guardian', 'child'), name='people_guardianship_once')],
            },
        ),
        migrations.CreateModel(
            name='Exemption',
            fields=[
                ('id', models.UUIDField(default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False)),
                ('from_day', models.DateField(blank=True, null=True, verbose_name='from')),
                ('to_day', models.DateField(blank=True, null=True, verbose_name='to')),
                ('reason', models.CharField(max_length=200, verbose_name='reason')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='tenancy.school')),
                ('approved_by', navmark.foundation.tenancy.fields.SchoolFK(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('person', navmark.foundation.tenancy.fields.SchoolFK(on_delete=django.db.models.deletion.CASCADE, related_name='exemptions', to='people.person')),
            ],
            options={
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('from_day__isnull', True), ('to_day__isnull', True), ('to_day__gte', models.F('from_day')), _connector='OR'), name='people_exemption_ends_after_start')],
            },
        ),
        migrations.CreateModel(
            name='Engagement',
            fields=[
                ('id', models.UUIDField(default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False)),
                ('from_day', models.DateField(blank=True, null=True, verbose_name='from')),
                ('to_day', models.DateField(blank=True, null=True, verbose_name='to')),
                ('kind', models.CharField(choices=[('staff', 'staff'), ('pupil', 'pupil'), ('guardian', 'guardian'), ('community', 'community worker')], max_length=10, verbose_name='kind')),
                ('leaving', models.CharField(blank=True, choices=[('retired', 'retired'), ('transferred', 'transferred'), ('resigned', 'resigned'), ('graduated', 'graduated'), ('died', 'died'), ('other', 'left')], max_length=12, verbose_name='left because')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='tenancy.school')),
                ('person', navmark.foundation.tenancy.fields.SchoolFK(on_delete=django.db.models.deletion.CASCADE, related_name='engagements', to='people.person')),
            ],
            options={
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('from_day__isnull', True), ('to_day__isnull', True), ('to_day__gte', models.F('from_day')), _connector='OR'), name='people_engagement_ends_after_start'), models.UniqueConstraint(condition=models.Q(('to_day__isnull', True)), fields=('school', 'person', 'kind'), name='people_engagement_one_open')],
            },
        ),
        migrations.CreateModel(
            name='Device',
            fields=[
                ('id', models.UUIDField(default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False)),
                ('token_digest', models.CharField(max_length=64)),
                ('made_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField()),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='tenancy.school')),
                ('person', navmark.foundation.tenancy.fields.SchoolFK(on_delete=django.db.models.deletion.CASCADE, related_name='devices', to='people.person')),
            ],
            options={
                'indexes': [models.Index(fields=['token_digest'], name='people_device_digest')],
            },
        ),
        migrations.CreateModel(
            name='Absence',
            fields=[
                ('id', models.UUIDField(default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False)),
                ('from_day', models.DateField(blank=True, null=True, verbose_name='from')),
                ('to_day', models.DateField(blank=True, null=True, verbose_name='to')),
                ('kind', models.CharField(choices=[('seconded', 'seconded'), ('support_teaching', 'teaching in support elsewhere'), ('maternity', 'maternity leave'), ('sick', 'sick leave'), ('personal', 'personal leave'), ('travel', 'away on duty'), ('training', 'training'), ('abroad', 'abroad'), ('other', 'other leave')], max_length=16, verbose_name='kind')),
                ('note', models.CharField(blank=True, max_length=200, verbose_name='note')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='tenancy.school')),
                ('person', navmark.foundation.tenancy.fields.SchoolFK(on_delete=django.db.models.deletion.CASCADE, related_name='absences', to='people.person')),
            ],
            options={
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('from_day__isnull', True), ('to_day__isnull', True), ('to_day__gte', models.F('from_day')), _connector='OR'), name='people_absence_ends_after_start')],
            },
        ),
        migrations.CreateModel(
            name='RememberedHeading',
            fields=[
                ('id', models.UUIDField(default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('staff', 'staff'), ('members', 'Party members'), ('pupils', 'pupils')], max_length=10)),
                ('heading', models.CharField(max_length=100)),
                ('field', models.CharField(blank=True, max_length=40)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='tenancy.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('school', 'kind', 'heading'), name='people_rememberedheading_once')],
            },
        ),
        migrations.CreateModel(
            name='RightsSuspension',
            fields=[
                ('id', models.UUIDField(default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False)),
                ('from_day', models.DateField(blank=True, null=True, verbose_name='from')),
                ('to_day', models.DateField(blank=True, null=True, verbose_name='to')),
                ('basis', models.CharField(max_length=200, verbose_name='basis')),
                ('person', navmark.foundation.tenancy.fields.SchoolFK(on_delete=django.db.models.deletion.CASCADE, related_name='suspensions', to='people.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='tenancy.school')),
            ],
            options={
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('from_day__isnull', True), ('to_day__isnull', True), ('to_day__gte', models.F('from_day')), _connector='OR'), name='people_rightssuspension_ends_after_start')],
            },
        ),
        migrations.CreateModel(
            name='SchoolAccount',
            fields=[
                ('id', models.UUIDField(default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False)),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', navmark.foundation.tenancy.fields.SchoolFK(on_delete=django.db.models.deletion.CASCADE, related_name='accounts', to='people.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='tenancy.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('school', 'account'), name='people_schoolaccount_one_person'), models.UniqueConstraint(fields=('school', 'person'), name='people_schoolaccount_one_account')],
            },
        ),
        migrations.CreateModel(
            name='Unit',
            fields=[
                ('id', models.UUIDField(default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False)),
                ('from_day', models.DateField(blank=True, null=True, verbose_name='from')),
                ('to_day', models.DateField(blank=True, null=True, verbose_name='to')),
                ('kind', models.CharField(choices=[('branch', 'Party branch'), ('party_group', 'Party group'), ('class', 'class'), ('subject_group', 'subject group'), ('department', 'department'), ('community', 'community')], max_length=16, verbose_name='kind')),
                ('name', models.CharField(blank=True, max_length=100, verbose_name='name')),
                ('number', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='number')),
                ('entry_year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='entry year')),
                ('parent', navmark.foundation.tenancy.fields.SchoolFK(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='people.unit')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='tenancy.school')),
            ],
            options={
                'ordering': ('kind', 'entry_year', 'number', 'name', 'id'),
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('from_day__isnull', True), ('to_day__isnull', True), ('to_day__gte', models.F('from_day')), _connector='OR'), name='people_unit_ends_after_start'), models.UniqueConstraint(condition=models.Q(('kind', 'class')), fields=('school', 'entry_year', 'number'), name='people_unit_class_once'), models.UniqueConstraint(condition=models.Q(('kind', 'party_group')), fields=('school', 'parent', 'number'), name='people_unit_group_once')],
            },
        ),
        migrations.CreateModel(
            name='Post',
            fields=[
                ('id', models.UUIDField(default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False)),
                ('from_day', models.DateField(blank=True, null=True, verbose_name='from')),
                ('to_day', models.DateField(blank=True, null=True, verbose_name='to')),
                ('kind', models.CharField(choices=[('secretary', 'secretary'), ('deputy_secretary', 'deputy secretary'), ('organisation', 'organisation committee member'), ('publicity', 'publicity committee member'), ('discipline', 'discipline committee member'), ('youth', 'youth committee member'), ('committee_member', 'committee member'), ('group_leader', 'Party group leader'), ('clerk', 'Party clerk'), ('principal', 'principal'), ('vice_principal', 'vice-principal'), ('teaching_head', 'head of teaching'), ('moral_head', 'head of moral education'), ('office_head', 'head of the office'), ('logistics_head', 'head of logistics'), ('union_chair', 'chair of the union'), ('pioneer_counsellor', 'Young Pioneers counsellor'), ('class_teacher', 'class teacher'), ('administrator', 'system administrator'), ('auditor', 'audit administrator')], max_length=20, verbose_name='post')),
                ('basis', models.CharField(blank=True, max_length=200, verbose_name='basis')),
                ('person', navmark.foundation.tenancy.fields.SchoolFK(on_delete=django.db.models.deletion.CASCADE, related_name='posts', to='people.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='tenancy.school')),
                ('unit', navmark.foundation.tenancy.fields.SchoolFK(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='posts', to='people.unit')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['school', 'unit', 'kind'], name='people_post_unit_kind')],
                'constraints': [models.CheckConstraint(condition=models.Q(('from_day__isnull', True), ('to_day__isnull', True), ('to_day__gte', models.F('from_day')), _connector='OR'), name='people_post_ends_after_start'), models.UniqueConstraint(condition=models.Q(('to_day__isnull', True)), fields=('school', 'person', 'unit', 'kind'), name='people_post_one_open'), models.UniqueConstraint(condition=models.Q(('to_day__isnull', True), ('unit__isnull', True)), fields=('school', 'person', 'kind'), name='people_post_one_open_schoolwide')],
            },
        ),
        migrations.CreateModel(
            name='PartyStatus',
            fields=[
                ('id', models.UUIDField(default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False)),
                ('from_day', models.DateField(blank=True, null=True, verbose_name='from')),
                ('to_day', models.DateField(blank=True, null=True, verbose_name='to')),
                ('status', models.CharField(choices=[('applicant', 'applicant'), ('activist', 'active applicant'), ('target', 'development target'), ('probationary', 'probationary member'), ('full', 'full member')], max_length=12, verbose_name='Party status')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='tenancy.school')),
                ('person', navmark.foundation.tenancy.fields.SchoolFK(on_delete=django.db.models.deletion.CASCADE, related_name='party_statuses', to='people.person')),
                ('branch', navmark.foundation.tenancy.fields.SchoolFK(on_delete=django.db.models.deletion.PROTECT, related_name='party_statuses', to='people.unit')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['school', 'branch', 'status'], name='people_partystatus_branch')],
                'constraints': [models.CheckConstraint(condition=models.Q(('from_day__isnull', True), ('to_day__isnull', True), ('to_day__gte', models.F('from_day')), _connector='OR'), name='people_partystatus_ends_after_start'), models.UniqueConstraint(condition=models.Q(('to_day__isnull', True)), fields=('school', 'person'), name='people_partystatus_one_open')],
            },
        ),
        migrations.CreateModel(
            name='CommitteeTerm',
            fields=[
                ('id', models.UUIDField(default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='number of the term')),
                ('elected_on', models.DateField(verbose_name='elected on')),
                ('due_on', models.DateField(verbose_name='next election due')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='tenancy.school')),
                ('branch', navmark.foundation.tenancy.fields.SchoolFK(on_delete=django.db.models.deletion.CASCADE, related_name='committee_terms', to='people.unit')),
            ],
            options={
                'ordering': ('-elected_on',),
                'constraints': [models.UniqueConstraint(fields=('school', 'branch', 'elected_on'), name='people_committeeterm_once'), models.CheckConstraint(condition=models.Q(('due_on__gt', models.F('elected_on'))), name='people_committeeterm_lasts')],
            },
        ),
        migrations.CreateModel(
            name='UnitMembership',
            fields=[
                ('id', models.UUIDField(default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False)),
                ('from_day', models.DateField(blank=True, null=True, verbose_name='from')),
                ('to_day', models.DateField(blank=True, null=True, verbose_name='to')),
                ('person', navmark.foundation.tenancy.fields.SchoolFK(on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to='people.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='tenancy.school')),
                ('unit', navmark.foundation.tenancy.fields.SchoolFK(on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to='people.unit')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['school', 'unit', 'person'], name='people_unitmembership_unit')],
                'constraints': [models.CheckConstraint(condition=models.Q(('from_day__isnull', True), ('to_day__isnull', True), ('to_day__gte', models.F('from_day')), _connector='OR'), name='people_unitmembership_ends_after_start'), models.UniqueConstraint(condition=models.Q(('to_day__isnull', True)), fields=('school', 'person', 'unit'), name='people_unitmembership_one_open')],
            },
        ),
    ]
