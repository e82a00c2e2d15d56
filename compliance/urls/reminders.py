"""The calendar of days that come: pages, what is put off, and the feed for a calendar program."""

from django.urls import path

from compliance.views import calendar_feed, reminders

urlpatterns = [
    path("calendar/", reminders.CalendarView.as_view(), name="calendar"),
    path("calendar/monday-list/", reminders.MondayListView.as_view(), name="monday-list"),
    path("calendar/subscribe/", calendar_feed.FeedView.as_view(), name="calendar-feed"),
    path("calendar/subscribe/stop/", calendar_feed.FeedStopView.as_view(), name="calendar-feed-stop"),
    path("calendar/feed/<str:token>.ics", calendar_feed.CalendarFileView.as_view(), name="calendar-file"),
    path("calendar/<slug:rule>/<slug:record_key>/", reminders.DueThingView.as_view(), name="due-thing"),
    path(
        "calendar/<slug:rule>/<slug:record_key>/wake/",
        reminders.SnoozeEndView.as_view(),
        name="snooze-end",
    ),
]
