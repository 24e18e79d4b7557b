using System.Globalization;
using Aep.Sdk.Emulator.FlowService;

namespace Aep.Sdk.Emulator.Tests.FlowService;

/// <summary>When schedules run: every unit, starts that have passed, ends, months.</summary>
public sealed class FlowScheduleTests
{
    private const string Start = "2026-01-31 06:00";

    [Theory]
    // In minutes: 15, three hours, a day, a week.
    [InlineData(15, "2026-01-31 05:00", Start)]
    [InlineData(15, Start, Start)]
    [InlineData(15, "2026-01-31 06:01", "2026-01-31 06:15")]
    [InlineData(180, "2026-02-01 06:00", "2026-02-01 06:00")]
    [InlineData(180, "2026-02-01 06:01", "2026-02-01 09:00")]
    [InlineData(1440, "2026-03-29 03:00", "2026-03-29 06:00")]
    [InlineData(10080, "2026-02-10 00:00", "2026-02-14 06:00")]
    // A single run: at its start, or at once when that has passed.
    [InlineData(0, "2026-01-30 00:00", Start)]
    [InlineData(0, "2026-02-10 00:00", "2026-02-10 00:00")]
    public void The_first_run_is_at_or_after_a_time(int minutes, string from, string expected)
    {
        var schedule = new FlowSchedule(Time(Start), minutes == 0 ? null : TimeSpan.FromMinutes(minutes), null);
        Assert.Equal(Time(expected), schedule.FirstFrom(Time(from)));
    }

    [Theory]
    [InlineData("2026-01-31 06:00", "2026-02-28 06:00")]
    [InlineData("2026-02-28 06:00", "2026-03-31 06:00")]
    [InlineData("2026-03-31 06:01", "2026-04-30 06:00")]
    [InlineData("2026-12-31 06:00", "2027-01-31 06:00")]
    [InlineData("2028-02-01 00:00", "2028-02-29 06:00")]
    public void A_monthly_run_keeps_its_day_where_the_month_has_it(string after, string expected) =>
        Assert.Equal(Time(expected), new FlowSchedule(Time(Start), null, null) { Months = 1 }.NextAfter(Time(after)));

    [Fact]
    public void Nothing_runs_at_the_end_or_after_it()
    {
        var daily = new FlowSchedule(Time(Start), TimeSpan.FromDays(1), Time("2026-02-02 06:00"));
        Assert.Equal(Time("2026-02-01 06:00"), daily.NextAfter(Time(Start)));
        Assert.Null(daily.NextAfter(Time("2026-02-01 06:00")));
        Assert.Null(new FlowSchedule(Time(Start), null, null).NextAfter(Time(Start)));
        Assert.Null((daily with { Interval = null, Months = 1 }).NextAfter(Time(Start)));
    }

    private static DateTimeOffset Time(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
