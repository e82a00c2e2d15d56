"""Doors of training: the matrix, one person, records, courses, logs that are brought in."""

from django.urls import path

from cpd.views import courses, training, training_logs, training_records

urlpatterns = [
    path("training/", training.TrainingListView.as_view(), name="training-list"),
    path(
        "training/training.xlsx", training.EveryTrainingWorkbookView.as_view(), name="training-every-workbook"
    ),
    path("training/schools/<int:pk>/", training.TrainingMatrixView.as_view(), name="training-matrix"),
    path("training/schools/<int:pk>/print/", training.TrainingPrintView.as_view(), name="training-print"),
    path("training/schools/<int:pk>/lapses/", training.TrainingLapsesView.as_view(), name="training-lapses"),
    path(
        "training/schools/<int:pk>/training.xlsx",
        training.TrainingWorkbookView.as_view(),
        name="training-workbook",
    ),
    path(
        "training/schools/<int:pk>/record/", training_records.RecordManyView.as_view(), name="training-many"
    ),
    path("training/schools/<int:pk>/courses/", courses.CourseListView.as_view(), name="course-list"),
    path("training/schools/<int:pk>/courses/add/", courses.CourseAddView.as_view(), name="course-add"),
    path(
        "training/schools/<int:pk>/courses/<int:course_id>/",
        courses.CoursePolicyView.as_view(),
        name="course-policy",
    ),
    path(
        "training/schools/<int:pk>/requirements/add/",
        courses.RequirementAddView.as_view(),
        name="requirement-add",
    ),
    path("training/requirements/<int:pk>/end/", courses.RequirementEndView.as_view(), name="requirement-end"),
    path("training/people/<int:pk>/", training_records.PersonTrainingView.as_view(), name="training-person"),
    path("training/people/<int:pk>/record/", training_records.RecordView.as_view(), name="training-record"),
    path(
        "training/records/<int:pk>/confirm/",
        training_records.TrainingConfirmView.as_view(),
        name="training-confirm",
    ),
    path(
        "training/records/<int:pk>/withdraw/",
        training_records.TrainingWithdrawView.as_view(),
        name="training-withdraw",
    ),
    path(
        "training/records/<int:pk>/file",
        training_records.CertificateView.as_view(),
        name="training-certificate",
    ),
    path(
        "training/schools/<int:pk>/logs/",
        training_logs.TrainingLogListView.as_view(),
        name="training-log-list",
    ),
    path("training/logs/<int:pk>/", training_logs.TrainingLogDetailView.as_view(), name="training-log"),
    path(
        "training/logs/<int:pk>/discard/",
        training_logs.TrainingLogDiscardView.as_view(),
        name="training-log-discard",
    ),
]
