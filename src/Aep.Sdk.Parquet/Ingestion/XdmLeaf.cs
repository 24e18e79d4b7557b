using System.Buffers;
using Aep.Sdk.Schemas;
using Parquet;

namespace Aep.Sdk.Parquet;

/// <summary>A column.</summary>
internal abstract class XdmLeaf(XdmField field, int definition, bool repeats) : XdmColumn(field, definition)
{
    private readonly XdmLevels _definitions = new();
    private readonly XdmLevels _repetitions = new();

    public abstract bool HasValues { get; }

    public override void WriteNothing(int repetition, int definition, int times) => Add(repetition, definition, times);

    public override IEnumerable<XdmLeaf> Leaves() => HasValues ? [this] : [];

    public override void Clear()
    {
        _definitions.Clear();
        _repetitions.Clear();
    }

    /// <summary>Writes the column that <see cref="XdmColumn.Describe"/> has described.</summary>
    public async Task WriteAsync(ParquetRowGroupWriter group, CancellationToken cancellationToken)
    {
        using IMemoryOwner<int> definitions = MemoryPool<int>.Shared.Rent(_definitions.Count);
        using IMemoryOwner<int>? repetitions = repeats ? MemoryPool<int>.Shared.Rent(_repetitions.Count) : null;
        var levels = new Levels(
            _definitions.CopyTo(definitions.Memory), repetitions is null ? null : _repetitions.CopyTo(repetitions.Memory));
        await WriteAsync(group, levels, cancellationToken).ConfigureAwait(false);
    }

    protected abstract Task WriteAsync(ParquetRowGroupWriter group, Levels levels, CancellationToken cancellationToken);

    protected void Add(int repetition, int definition, int times = 1)
    {
        _definitions.Add(definition, times);
        if (repeats)
            _repetitions.Add(repetition, times);
    }

    protected readonly record struct Levels(ReadOnlyMemory<int> Definitions, ReadOnlyMemory<int>? Repetitions);
}
