using System.Globalization;
using Aep.Sdk.Emulator.Lake;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// Which batch a row came with, and when: two columns behind those of a dataset, which a session sees after
/// <c>SET drop_system_columns=false</c>. Adobe's page names the batch in two ways, <c>acp_sourceBatchId</c> and <c>sourceBatchId</c>.
/// </summary>
internal static class SystemColumns
{
    public const string Setting = "drop_system_columns";

    public static string Of(LakeSnapshot snapshot)
    {
        string time = snapshot.CommittedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        return Columns(DuckDb.Literal(snapshot.BatchId), time);
    }

    /// <summary>For a table without rows.</summary>
    public static string None() => Columns("NULL", "NULL");

    private static string Columns(string batch, string time) =>
        $"struct_pack(acp_sourceBatchId := {batch}::VARCHAR, sourceBatchId := {batch}::VARCHAR, ingestTime := {time}::BIGINT) "
        + $"AS \"_acp_system_metadata\", {batch}::VARCHAR AS \"_ACP_BATCHID\"";
}
