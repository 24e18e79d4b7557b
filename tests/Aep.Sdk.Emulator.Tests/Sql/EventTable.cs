using System.Globalization;
using Aep.Sdk.Emulator.Tests.PostgresWire;
using Npgsql;

namespace Aep.Sdk.Emulator.Tests.Sql;

/// <summary>A table of events of several users, and the same events in memory, for expected values that no SQL computes.</summary>
internal sealed record EventTable(string Name, IReadOnlyList<EventTable.Event> Events)
{
    private static readonly DateTime Start = new(2024, 3, 1);

    internal sealed record Event(string Id, string User, string Type, DateTime Time);

    /// <summary>Makes the table; <paramref name="batches"/> commits hold equal parts of the events.</summary>
    public static async Task<EventTable> CreateAsync(
        NpgsqlConnection connection, string name, int count = 400, int users = 12, int batches = 1)
    {
        var random = new Random(7);
        string[] types = ["directMarketing.emailSent", "directMarketing.emailOpened", "web.formFilledOut", "commerce.productViews"];
        List<Event> events = [.. Enumerable.Range(0, count).Select(index => new Event(
            $"e{index:0000}", $"u{random.Next(users)}", types[random.Next(types.Length)],
            Start.AddSeconds(random.Next(600_000)).AddTicks(index * 10)))];
        for (int batch = 0; batch < batches; batch++)
        {
            IEnumerable<Event> part = events.Where((_, index) => index % batches == batch);
            string target = batch == 0 ? $"CREATE TABLE {name} AS" : $"INSERT INTO {name}";
            await connection.ExecuteAsync(
                $"{target} SELECT id AS _id, struct(who AS userid) AS _tenant, kind AS eventType, CAST(moment AS TIMESTAMP) AS timestamp "
                    + $"FROM (VALUES {Values(part)}) AS v(id, who, kind, moment)");
        }
        return new EventTable(name, events);
    }

    private static string Values(IEnumerable<Event> events) => string.Join(", ", events.Select(item =>
        $"('{item.Id}', '{item.User}', '{item.Type}', "
            + $"'{item.Time.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture)}')"));
}
