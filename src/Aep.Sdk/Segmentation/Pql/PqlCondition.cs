namespace Aep.Sdk.Segmentation;

/// <summary>A condition on profiles or events. Make it with <see cref="Pql.Attribute"/> or <see cref="Pql.Events"/>.</summary>
public sealed class PqlCondition
{
    private readonly string _text;
    private readonly string? _joint;

    /// <param name="text">The condition as PQL text.</param>
    /// <param name="joint">The word that joins its parts; null where it has none and needs no parentheses.</param>
    internal PqlCondition(string text, string? joint = null) => (_text, _joint) = (text, joint);

    /// <summary>Both conditions.</summary>
    /// <param name="other">The other condition.</param>
    public PqlCondition And(PqlCondition other) => Join("and", other);

    /// <summary>At least one of both conditions.</summary>
    /// <param name="other">The other condition.</param>
    public PqlCondition Or(PqlCondition other) => Join("or", other);

    /// <summary>The rule for a segment.</summary>
    public SegmentExpression ToExpression() => Pql.Text(_text);

    /// <summary>The condition as PQL text.</summary>
    public override string ToString() => _text;

    private PqlCondition Join(string word, PqlCondition other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new PqlCondition($"{Part(word)} {word} {other.Part(word)}", word);
    }

    // No parentheses where they change nothing: long chains would otherwise nest as deep as they are long.
    private string Part(string word) => _joint is null || _joint == word ? _text : $"({_text})";
}
