using Parquet;

namespace Aep.Sdk.Parquet.Reading;

/// <summary>The columns of a row group, loaded; their memory goes back when the group is read.</summary>
internal sealed class ColumnSet(IReadOnlyList<LeafNode> leaves) : IDisposable
{
    public static async Task<ColumnSet> LoadAsync(RootNode root, ParquetRowGroupReader group, CancellationToken cancellationToken)
    {
        LeafNode[] leaves = [.. root.Leaves];
        var loaded = new ColumnSet(leaves);
        try
        {
            foreach (LeafNode leaf in leaves)
                await leaf.LoadAsync(group, cancellationToken).ConfigureAwait(false);
            return loaded;
        }
        catch
        {
            loaded.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        foreach (LeafNode leaf in leaves)
            leaf.Dispose();
    }
}
