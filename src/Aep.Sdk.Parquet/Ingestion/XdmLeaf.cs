using Aep.Sdk.Schemas;
using Parquet;

namespace Aep.Sdk.Parquet;

/// <summary>A column.</summary>
internal abstract class XdmLeaf(XdmField field, int definition, bool repeats) : XdmColumn(field, definition)
{
    private readonly List<int> _definitions = [];
    private readonly List<int> _repetitions = [];

    public abstract bool HasValues { get; }

    public override void WriteNothing(int repetition, int definition) => Add(repetition, definition);

    public override IEnumerable<XdmLeaf> Leaves() => HasValues ? [this] : [];

    /// <summary>Writes the column that <see cref="XdmColumn.Describe"/> has described.</summary>
    public abstract Task WriteAsync(ParquetRowGroupWriter group, CancellationToken cancellationToken);

    protected ReadOnlyMemory<int> Definitions => _definitions.ToArray();

    protected ReadOnlyMemory<int>? Repetitions => repeats ? _repetitions.ToArray() : null;

    protected void Add(int repetition, int definition)
    {
        _definitions.Add(definition);
        if (repeats)
            _repetitions.Add(repetition);
    }
}
