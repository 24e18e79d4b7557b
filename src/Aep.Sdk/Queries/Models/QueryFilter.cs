namespace Aep.Sdk.Queries;

/// <summary>A condition on a field of what is listed, for example <c>state==FAILED</c>. Which fields and operators there are depends on
/// the listing.</summary>
public sealed record QueryFilter
{
    private QueryFilter(string property, string comparison, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(property);
        ArgumentException.ThrowIfNullOrEmpty(value);
        if (value.Contains(',', StringComparison.Ordinal))
            throw new ArgumentException(
                $"The value \"{value}\" has a comma, which separates conditions and cannot be escaped.", nameof(value));
        (Property, Comparison, Value) = (property, comparison, value);
    }

    /// <summary>The field, for example <c>state</c>, <c>created</c>, <c>templateId</c> or <c>userId</c>.</summary>
    public string Property { get; }

    /// <summary>The operator as the service writes it.</summary>
    public string Comparison { get; }

    /// <summary>What the field is compared with.</summary>
    public string Value { get; }

    /// <summary>The field has the value.</summary>
    /// <exception cref="ArgumentException">The value is empty or has a comma.</exception>
    public static QueryFilter Is(string property, string value) => new(property, "==", value);

    /// <summary>The field does not have the value.</summary>
    /// <exception cref="ArgumentException">The value is empty or has a comma.</exception>
    public static QueryFilter IsNot(string property, string value) => new(property, "!=", value);

    /// <summary>The field has the text somewhere in it.</summary>
    /// <exception cref="ArgumentException">The text is empty or has a comma.</exception>
    public static QueryFilter Contains(string property, string text) => new(property, "~", text);

    /// <summary>The query is in this state.</summary>
    public static QueryFilter InState(QueryState state) => Is("state", state.ToString());

    /// <summary>Created after this moment.</summary>
    public static QueryFilter CreatedAfter(DateTimeOffset time) => After("created", time);

    /// <summary>Created before this moment.</summary>
    public static QueryFilter CreatedBefore(DateTimeOffset time) => Before("created", time);

    /// <summary>The field is later than this moment.</summary>
    public static QueryFilter After(string property, DateTimeOffset time) => new(property, ">", QueryTime.Text(time));

    /// <summary>The field is earlier than this moment.</summary>
    public static QueryFilter Before(string property, DateTimeOffset time) => new(property, "<", QueryTime.Text(time));

    /// <summary>The condition as the service reads it.</summary>
    public override string ToString() => $"{Property}{Comparison}{Value}";
}
