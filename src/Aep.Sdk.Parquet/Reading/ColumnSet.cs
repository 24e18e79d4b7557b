using Parquet;

namespace Aep.Sdk.Parquet.Reading;

/// <summary>The columns of a row group; what they take, in memory or on the disk, goes back when the group is read.</summary>
internal sealed class ColumnSet : IDisposable
{
    /// <summary>As many values as take some 20 MB, without the characters of texts.</summary>
    public const long MostInMemory = 1_000_000;

    private readonly LeafNode[] _leaves;
    private readonly ColumnStore? _store;

    private ColumnSet(LeafNode[] leaves, ColumnStore? store) => (_leaves, _store) = (leaves, store);

    /// <param name="root">The columns.</param>
    /// <param name="group">The row group.</param>
    /// <param name="mostInMemory">How many values may be in memory at once; with more, one column at a time is.</param>
    /// <param name="cancellationToken">Stops.</param>
    public static async Task<ColumnSet> LoadAsync(
        RootNode root, ParquetRowGroupReader group, long mostInMemory, CancellationToken cancellationToken)
    {
        LeafNode[] leaves = [.. root.Leaves];
        var loaded = new ColumnSet(leaves, leaves.Sum(leaf => leaf.CountIn(group)) > mostInMemory ? new ColumnStore() : null);
        try
        {
            foreach (LeafNode leaf in leaves)
                await leaf.LoadAsync(group, loaded._store, cancellationToken).ConfigureAwait(false);
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
        foreach (LeafNode leaf in _leaves)
            leaf.Dispose();
        _store?.Dispose();
    }
}
