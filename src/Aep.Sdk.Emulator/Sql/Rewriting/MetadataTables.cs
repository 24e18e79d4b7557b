using System.Globalization;
using Aep.Sdk.Emulator.Lake;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// <c>SELECT history_meta('t')</c> and <c>SELECT sample_meta('t')</c> answer with a table: the function stands for the select list and its
/// source.
/// </summary>
internal static class MetadataTables
{
    private const string HistoryColumns = "snapshot_generation INTEGER, made_current_at TIMESTAMP, snapshot_id BIGINT, parent_id BIGINT, "
        + "is_current_ancestor BOOLEAN, is_current BOOLEAN, output_record_count BIGINT, output_byte_size BIGINT";

    private const string SampleColumns =
        "sample_table_name VARCHAR, sample_dataset_id VARCHAR, parent_dataset_id VARCHAR, sample_type VARCHAR, "
        + "sampling_rate DOUBLE, sample_num_rows BIGINT, created VARCHAR";

    /// <summary>Whether a function answers with a table.</summary>
    public static bool Has(string name) => name is "history_meta" or "sample_meta";

    public static string History(SqlTable table) =>
        Source("history_meta", HistoryColumns, table.Snapshots.Select(snapshot => Row(snapshot, table.Snapshots[^1])));

    public static string Samples(IReadOnlyList<TableSample> samples) => Source("sample_meta", SampleColumns, samples.Select(Row));

    private static object?[] Row(LakeSnapshot snapshot, LakeSnapshot last) =>
    [
        snapshot.Generation,
        snapshot.CommittedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture),
        snapshot.Id,
        snapshot.ParentId,
        true,
        snapshot.Id == last.Id,
        snapshot.Rows,
        snapshot.Files.Sum(file => new FileInfo(file).Length),
    ];

    private static object?[] Row(TableSample sample) =>
    [
        sample.TableName,
        sample.DatasetId,
        sample.ParentDatasetId,
        "uniform",
        sample.Rate,
        sample.Rows,
        sample.Created.UtcDateTime.ToString("dd/MM/yyyy HH:mm:ss", CultureInfo.InvariantCulture),
    ];

    private static string Source(string alias, string columns, IEnumerable<IReadOnlyList<object?>> rows) =>
        $"* FROM ({LiteralRows.Select(columns, rows)}) AS {alias}";
}
