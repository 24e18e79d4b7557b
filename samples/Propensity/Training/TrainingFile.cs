using System.Runtime.CompilerServices;
using Parquet;
using Parquet.Schema;
using Propensity.Features;
using Propensity.Workflow;

namespace Propensity.Training;

/// <summary>Reads the exported training data: Parquet, one row group in memory at a time.</summary>
public static class TrainingFile
{
    public static async IAsyncEnumerable<TrainingRow> ReadAsync(Stream parquet, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using ParquetReader reader = await ParquetReader.CreateAsync(parquet, cancellationToken: cancellationToken);
        DataField user = Field(reader.Schema, FeatureNames.UserId), label = Field(reader.Schema, FeatureNames.Label);
        DataField[] features = [.. FeatureNames.All.Select(name => Field(reader.Schema, name))];
        for (int group = 0; group < reader.RowGroupCount; group++)
        {
            using ParquetRowGroupReader rows = reader.OpenRowGroupReader(group);
            int count = checked((int)rows.RowCount);
            var users = new string?[count];
            await rows.ReadAsync(user, users.AsMemory(), cancellationToken: cancellationToken);
            double[] labels = await NumbersAsync(rows, label, count, cancellationToken);
            var columns = new double[features.Length][];
            for (int i = 0; i < features.Length; i++)
                columns[i] = await NumbersAsync(rows, features[i], count, cancellationToken);
            for (int row = 0; row < count; row++)
            {
                yield return new TrainingRow
                {
                    UserId = users[row] ?? throw new WorkflowException($"Row {row} of the exported file has no {FeatureNames.UserId}."),
                    Label = labels[row] > 0,
                    Features = Array.ConvertAll(columns, column => (float)column[row]),
                };
            }
        }
    }

    private static DataField Field(ParquetSchema schema, string name) =>
        Array.Find(schema.GetDataFields(), field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new WorkflowException(
            $"The exported file has no column {name}. It has: {string.Join(", ", schema.GetDataFields().Select(field => field.Name))}.");

    private static async Task<double[]> NumbersAsync(
        ParquetRowGroupReader rows, DataField field, int count, CancellationToken cancellationToken) => field.ClrType switch
        {
            Type type when type == typeof(long) => await ReadAsync<long>(rows, field, count, value => value, cancellationToken),
            Type type when type == typeof(int) => await ReadAsync<int>(rows, field, count, value => value, cancellationToken),
            Type type when type == typeof(double) => await ReadAsync<double>(rows, field, count, value => value, cancellationToken),
            Type type when type == typeof(float) => await ReadAsync<float>(rows, field, count, value => value, cancellationToken),
            _ => throw new WorkflowException($"The column {field.Name} is a {field.ClrType.Name}; a number is expected."),
        };

    private static async Task<double[]> ReadAsync<T>(
        ParquetRowGroupReader rows, DataField field, int count, Func<T, double> convert, CancellationToken cancellationToken)
        where T : struct
    {
        var values = new T?[count];
        await rows.ReadAsync(field, values.AsMemory(), cancellationToken: cancellationToken);
        return Array.ConvertAll(values, value => value is { } given ? convert(given) : 0);
    }
}
