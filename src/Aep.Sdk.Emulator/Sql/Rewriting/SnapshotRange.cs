using System.Globalization;
using Aep.Sdk.Emulator.Lake;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// A SNAPSHOT clause. The start is exclusive and the end inclusive: HEAD is an offset before the first snapshot, TAIL one after the last,
/// and only the fallback for an expired start is called "inclusive" in Adobe's syntax page.
/// </summary>
internal sealed record SnapshotRange(long? Start, long? End, int Position)
{
    public IEnumerable<LakeSnapshot> Select(SqlTable table, bool fallBack)
    {
        IReadOnlyList<LakeSnapshot> snapshots = table.Snapshots;
        int first = Start is null ? 0 : IndexOf(table, Start.Value, fallBack) + 1;
        int last = End is null ? snapshots.Count - 1 : IndexOf(table, End.Value, fallBack: false);
        return snapshots.Skip(first).Take(last - first + 1);
    }

    /// <summary>
    /// Reads one bound: a number, HEAD, TAIL, either as a literal, NULL (no snapshot yet) or 0 (the parent of the first).
    /// <see cref="Start"/>: snapshot id, or null for HEAD.
    /// <see cref="End"/>: snapshot id, or null for TAIL.
    /// </summary>
    public static long? Bound(string text, bool isStart, int position)
    {
        string value = text.Trim('\'');
        if (value.Equals(isStart ? "HEAD" : "TAIL", StringComparison.OrdinalIgnoreCase)
            || value.Equals("NULL", StringComparison.OrdinalIgnoreCase) || (isStart && value == "0"))
            return null;
        return long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out long id)
            ? id
            : throw new SqlErrorException(SqlState.SyntaxError, $"a snapshot id is a number, HEAD or TAIL, not {text}", position);
    }

    private int IndexOf(SqlTable table, long id, bool fallBack)
    {
        for (int index = 0; index < table.Snapshots.Count; index++)
        {
            if (table.Snapshots[index].Id == id)
                return index;
        }
        return fallBack
            ? -1
            : throw new SqlErrorException(
                SqlState.InvalidParameterValue, $"Snapshot {id} of table {table.Name} does not exist or is expired", Position);
    }
}
