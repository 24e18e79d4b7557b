using System.Globalization;
using Aep.Sdk.Destinations;
using Aep.Sdk.LandingZones;
using Aep.Sdk.Segmentation;

namespace Aep.Sdk.IntegrationTests.Activation;

/// <summary>Files of audiences appear when their schedules say so, and not otherwise.</summary>
public sealed class ScheduleTests(DatedPeople people) : IClassFixture<DatedPeople>
{
    private const string Minute = "yyyyMMdd-HHmm";
    private static readonly TimeOnly Six = new(6, 0), Nine = new(9, 0);
    private static readonly TimeSpan EarlyLook = TimeSpan.FromHours(3), DueLook = TimeSpan.FromHours(6);

    [Fact]
    public async Task Files_appear_when_they_are_due_and_not_otherwise()
    {
        Segment segment = await EvaluateAsync("Due");
        DateTimeOffset first = people.Tomorrow;
        DateOnly day = DateOnly.FromDateTime(first.UtcDateTime);
        string once = await ScheduleAsync(segment, "once", AudienceSchedule.Once with { StartDate = day, StartTime = Six });
        string daily = await ScheduleAsync(segment, "daily", AudienceSchedule.Daily(Six) with { StartDate = day });
        string ending = await ScheduleAsync(segment, "ending", AudienceSchedule.Daily(Six, day.AddDays(3)) with { StartDate = day });
        string weekly = await ScheduleAsync(segment, "weekly", AudienceSchedule.Weekly(Six) with { StartDate = day });
        string monthly = await ScheduleAsync(segment, "monthly", AudienceSchedule.Monthly(Six) with { StartDate = day });
        string evaluated = await ScheduleAsync(segment, "evaluated", AudienceSchedule.AfterEvaluation() with { StartDate = day });
        for (int i = 0; i <= 7; i++)
        {
            await people.PassToAsync(first.AddDays(i) + EarlyLook);
            if (i == 2) await EvaluateAsync("Due");
            await people.PassToAsync(first.AddDays(i) + DueLook);
            await people.HasRunAsync(daily, i + 1);
        }

        foreach ((string flow, int runs) in new[] { (once, 1), (ending, 3), (weekly, 2), (monthly, 1), (evaluated, 1) })
            await people.HasRunAsync(flow, runs);
        Assert.Equal([first + DueLook], await TimesAsync("once"));
        Assert.Equal(Enumerable.Range(0, 8).Select(i => first.AddDays(i) + DueLook), await TimesAsync("daily"));
        Assert.Equal(Enumerable.Range(0, 3).Select(i => first.AddDays(i) + DueLook), await TimesAsync("ending"));
        Assert.Equal([first + DueLook, first.AddDays(7) + DueLook], await TimesAsync("weekly"));
        Assert.Equal([first + DueLook], await TimesAsync("monthly"));
        Assert.Equal([first.AddDays(2) + DueLook], await TimesAsync("evaluated"));
    }

    [Fact]
    public async Task A_schedule_that_is_changed_counts_from_then_on()
    {
        Segment segment = await EvaluateAsync("Changed");
        DateTimeOffset first = people.Tomorrow;
        string flow = await ScheduleAsync(segment, "changed", AudienceSchedule.Daily(Six));
        await people.PassToAsync(first + DueLook);
        await people.HasRunAsync(flow, 1);

        Assert.Equal(flow, await ScheduleAsync(segment, "changed", AudienceSchedule.Daily(Nine)));
        await people.PassToAsync(first + TimeSpan.FromHours(9));
        await people.HasRunAsync(flow, 2);
        await people.PassToAsync(first.AddDays(1) + DueLook); // not any more
        await people.PassToAsync(first.AddDays(1) + TimeSpan.FromHours(9));
        await people.HasRunAsync(flow, 3);

        Assert.Equal(flow, await ScheduleAsync(segment, "changed", AudienceSchedule.Weekly(Six)));
        foreach (int day in new[] { 2, 7, 8 })
        {
            await people.PassToAsync(first.AddDays(day) + DueLook);
            await people.PassToAsync(first.AddDays(day) + TimeSpan.FromHours(9));
        }

        await people.HasRunAsync(flow, 4);
        Assert.Equal(
            [
                first + DueLook, first + TimeSpan.FromHours(9), first.AddDays(1) + TimeSpan.FromHours(9), first.AddDays(8) + DueLook,
            ],
            await TimesAsync("changed"));
    }

    [Fact]
    public async Task An_incremental_schedule_exports_everybody_once_and_then_who_is_new()
    {
        Segment segment = await EvaluateAsync("New");
        DateTimeOffset first = people.Tomorrow;
        string flow = await ScheduleAsync(segment, "new", AudienceSchedule.Incremental(6, new TimeOnly(0, 0)));
        await people.PassToAsync(first);
        await people.HasRunAsync(flow, 1);
        await people.PassToAsync(first + EarlyLook);
        await people.PassToAsync(first + DueLook);
        await people.HasRunAsync(flow, 2);

        Assert.Equal([first, first + DueLook], await TimesAsync("new"));
        Assert.Equal([51, 1], await LinesAsync("new")); // with the line of headers
    }

    [Fact]
    public async Task What_cannot_be_scheduled_is_refused_before_anything_is_made()
    {
        Segment segment = await EvaluateAsync("Refused");
        DateOnly today = DateOnly.FromDateTime(people.Clock.GetUtcNow().UtcDateTime);
        AudienceFileDefinition files = Files("refused");

        var ahead = await Assert.ThrowsAsync<ArgumentException>(() => people.Aep.Destinations.ActivateAudienceAsync(
            segment.Id, files with { Schedule = AudienceSchedule.Daily(Six) with { StartDate = today.AddDays(1) } }));
        Assert.Contains("ScheduleAudienceAsync", ahead.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(
            () => people.Aep.Destinations.ScheduleAudienceAsync(segment.Id, files with { Schedule = AudienceSchedule.Weekly(Six, today) }));

        Assert.DoesNotContain(
            await people.Aep.Flows.ListAsync().ToListAsync(), flow => flow.Name!.Contains(segment.Id, StringComparison.Ordinal));
    }

    private Task<Segment> EvaluateAsync(string name) =>
        people.EvaluateAsync(name, Pql.Attribute("_aeplocal.score").AtLeast(0.5).ToExpression());

    private Task<string> ScheduleAsync(Segment segment, string folder, AudienceSchedule schedule) =>
        people.Aep.Destinations.ScheduleAudienceAsync(segment.Id, Files(folder) with { Schedule = schedule });

    private static AudienceFileDefinition Files(string folder) =>
        new(ExportDestination.DataLandingZone(folder), [new ActivationField("_aeplocal.userid", "userid")])
        {
            FileNameTemplate = $"{NameMacro.SegmentId}_{NameMacro.DateTime("YYYYMMdd-HHmm")}",
        };

    /// <summary>When the files of a folder were made, as their names have it.</summary>
    private async Task<IEnumerable<DateTimeOffset>> TimesAsync(string folder) => (await people.FilesAsync(folder))
        .Select(file => Path.GetFileNameWithoutExtension(file.Path).Split('_')[1])
        .Select(time => DateTimeOffset.ParseExact(time, Minute, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)).Order();

    private async Task<List<int>> LinesAsync(string folder)
    {
        using LandingZoneContainer zone = await people.Platform.OpenZoneAsync(LandingZoneType.Destination);
        var lines = new List<int>();
        foreach (string path in (await people.FilesAsync(folder)).Select(file => file.Path).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(await zone.OpenReadAsync(path));
            lines.Add((await reader.ReadToEndAsync()).Count(letter => letter == '\n'));
        }

        return lines;
    }
}
