using System.Text.RegularExpressions;

namespace Aep.Sdk.Queries;

/// <summary>A model that Data Distiller trains in SQL, for data that is too much for one machine: <c>CREATE MODEL … OPTIONS (…) AS
/// SELECT</c>.</summary>
/// <param name="Name">The model's name.</param>
/// <param name="Type">The algorithm.</param>
public sealed partial record ModelDefinition(string Name, ModelType Type)
{
    /// <summary>The column that the model is to foresee; none for clusters.</summary>
    public string? Label { get; init; }

    /// <summary>How many passes at most; null for the service's number.</summary>
    public long? MaxIterations { get; init; }

    /// <summary>Weight of the regularization; null for the service's.</summary>
    public double? Regularization { get; init; }

    /// <summary>Other options of the algorithm, for example <c>K</c> or <c>SEED</c>. Values as interpolation takes them.</summary>
    public IReadOnlyDictionary<string, object> Options { get; init; } = new Dictionary<string, object>();

    /// <summary>
    /// Steps that make the features, in order; the last makes the vector: <c>vector_assembler(array(emails, visits)) features</c>. The
    /// same steps are
    /// taken when the model evaluates and predicts.
    /// </summary>
    public IReadOnlyList<SqlStatement> Transform { get; init; } = [];

    /// <summary>What happens when there is a model of the name.</summary>
    public ModelCreation Creation { get; init; }

    /// <summary>The statement that trains the model. Run it in the background: training takes its time.</summary>
    /// <param name="training">The rows to learn from.</param>
    /// <exception cref="ArgumentException">An option's name is none, or its value has no literal.</exception>
    public SqlStatement ToSql(SqlStatement training)
    {
        ArgumentNullException.ThrowIfNull(training);
        SqlStatement create = Creation switch
        {
            ModelCreation.IfNotExists => $"CREATE MODEL IF NOT EXISTS",
            ModelCreation.OrReplace => $"CREATE OR REPLACE MODEL",
            _ => $"CREATE MODEL",
        };
        SqlStatement transform = Transform.Count == 0 ? SqlStatement.Empty : $"\nTRANSFORM ({SqlStatement.Join(", ", Transform)})";
        return $"{create} {Sql.Column(Name)}{transform}\nOPTIONS ({SqlStatement.Join(", ", OptionList())})\nAS {training}";
    }

    private IEnumerable<SqlStatement> OptionList()
    {
        yield return $"MODEL_TYPE = {Type.Value}";
        if (Label is not null) yield return $"LABEL = {Label}";
        if (MaxIterations is { } passes) yield return $"MAX_ITER = {passes}";
        if (Regularization is { } weight) yield return $"REG_PARAM = {weight}";
        foreach ((string name, object value) in Options)
        {
            yield return OptionName().IsMatch(name)
                ? SqlStatement.FromText($"{name} = {SqlLiteral.OfAny(value)}")
                : throw new ArgumentException($"\"{name}\" is not the name of an option.", nameof(Options));
        }
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]*$")]
    private static partial Regex OptionName();
}
