using System.Globalization;
using Aep.Sdk.Emulator.Lake;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// <c>SELECT history_meta('t')</c> and <c>SELECT sample_meta('t')</c> answer with a table: the function stands for the select list and its source.
/// </summary>
internal static class MetadataTables
{
    private const string HistoryColumns =
        "snapshot_generation, made_current_at, snapshot_id, parent_id, is_current_ancestor, is_current, output_record_count, output_byte_size";

    private const string SampleColumns = "sample_table_name, sample_dataset_id, parent_dataset_id, sample_type, sampling_rate, sample_num_rows, created";

    private const string HistoryTypes = "INTEGER, TIMESTAMP, BIGINT, BIGINT, BOOLEAN, BOOLEAN, BIGINT, BIGINT";
    private const string SampleTypes = "VARCHAR, VARCHAR, VARCHAR, VARCHAR, DOUBLE, BIGINT, VARCHAR";

    public static string History(SqlTable table) =>
        Source("history_meta", HistoryColumns, HistoryTypes, table.Snapshots.Select(snapshot => Row(snapshot, table.Snapshots[^1])));

    public static string Samples(IReadOnlyList<TableSample> samples) => Source("sample_meta", SampleColumns, SampleTypes, samples.Select(Row));

    private static IEnumerable<string> Row(LakeSnapshot snapshot, LakeSnapshot last) =>
    [
        Text(snapshot.Generation),
        DuckDb.Literal(snapshot.CommittedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture)),
        Text(snapshot.Id),
        Text(snapshot.ParentId),
        "true",
        snapshot.Id == last.Id ? "true" : "false",
        Text(snapshot.Rows),
        Text(snapshot.Files.Sum(file => new FileInfo(file).Length)),
    ];

    private static IEnumerable<string> Row(TableSample sample) =>
    [
        DuckDb.Literal(sample.TableName),
        DuckDb.Literal(sample.DatasetId),
        DuckDb.Literal(sample.ParentDatasetId),
        "'uniform'",
        Text(sample.Rate),
        Text(sample.Rows),
        DuckDb.Literal(sample.Created.UtcDateTime.ToString("dd/MM/yyyy HH:mm:ss", CultureInfo.InvariantCulture)),
    ];

    private static string Source(string alias, string columns, string types, IEnumerable<IEnumerable<string>> rows)
    {
        string[] names = columns.Split(", "), kinds = types.Split(", ");
        List<string> selects = [.. rows.Select(row => Select(row, kinds, names))];
        string source = selects.Count > 0
            ? string.Join(" UNION ALL ", selects)
            : Select(kinds.Select(_ => "NULL"), kinds, names) + " WHERE false";
        return $"* FROM ({source}) AS {alias}";
    }

    private static string Select(IEnumerable<string> values, string[] types, string[] names) =>
        "SELECT " + string.Join(", ", values.Select((value, index) => $"CAST({value} AS {types[index]}) AS {names[index]}"));

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
