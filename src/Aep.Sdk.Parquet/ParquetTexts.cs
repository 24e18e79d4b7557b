using System.Globalization;
using System.Text.Json;
using Parquet;
using Parquet.Schema;

namespace Aep.Sdk.Parquet;

/// <summary>Values of a column that are stored as text: texts, and what Parquet has no simple type for.</summary>
internal sealed class ParquetTexts(DataField field) : ParquetColumn(field)
{
    private readonly List<string?> _values = [];

    public override void Add(object? value) => _values.Add(Text(value));

    public override async Task FlushAsync(ParquetRowGroupWriter group, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await group.WriteAsync(Field, _values!).ConfigureAwait(false);
        _values.Clear();
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        string text => text,
        byte[] bytes => Convert.ToBase64String(bytes),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Array items => $"[{string.Join(',', items.Cast<object?>().Select(Item))}]",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static string Item(object? item) => item is string text ? $"\"{JsonEncodedText.Encode(text)}\"" : Text(item) ?? "null";
}
