namespace Aep.Sdk.Queries;

/// <summary>A condition on a field of what is listed, for example <c>state==FAILED</c>. Which fields and operators there are depends on
/// the listing.</summary>
public sealed record QueryFilter
{
    private const int MostAlternatives = 10;
    private const string Or = "||";

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

    /// <summary>The field has one of the values. Listings of queries take this for
    /// <c>referenced_datasets</c>.</summary>
    /// <exception cref="ArgumentException">There is no value, there are more than the ten that the service takes, or one is empty or has a
    /// comma or <c>||</c>.</exception>
    public static QueryFilter IsAnyOf(string property, params IReadOnlyList<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count is 0 or > MostAlternatives)
            throw new ArgumentException(
                $"A condition takes 1 to {MostAlternatives} values, not {values.Count}. List the others by another call.", nameof(values));
        if (values.Any(value => string.IsNullOrEmpty(value) || value.Contains(Or, StringComparison.Ordinal)))
            throw new ArgumentException(
                $"Of the values {string.Join(", ", values)} one is empty or has {Or}, which separates values.", nameof(values));
        return Is(property, string.Join(Or, values));
    }

    /// <summary>The query, or the run of a schedule, is in this state.</summary>
    public static QueryFilter InState(QueryState state) => Is("state", state.ToString());

    /// <summary>The run of a schedule is in this state.</summary>
    public static QueryFilter InState(QueryScheduleRunState state) => Is("state", state.ToString());

    /// <summary>The query reads one of these datasets.</summary>
    /// <exception cref="ArgumentException">There is no id, or there are more than ten.</exception>
    public static QueryFilter ReadsAnyOf(params IReadOnlyList<string> datasetIds) => IsAnyOf("referenced_datasets", datasetIds);

    /// <summary>The query or the schedule runs this template.</summary>
    public static QueryFilter FromTemplate(string templateId) => Is("templateId", templateId);

    /// <summary>The query was started by this schedule.</summary>
    public static QueryFilter FromSchedule(string scheduleId) => Is("scheduleId", scheduleId);

    /// <summary>The query, the template or the schedule was made by this user.</summary>
    public static QueryFilter ByUser(string userId) => Is("userId", userId);

    /// <summary>Created after this moment.</summary>
    public static QueryFilter CreatedAfter(DateTimeOffset time) => After("created", time);

    /// <summary>Created before this moment.</summary>
    public static QueryFilter CreatedBefore(DateTimeOffset time) => Before("created", time);

    /// <summary>The field is later than this moment.</summary>
    public static QueryFilter After(string property, DateTimeOffset time) => new(property, ">", QueryTime.Text(time));

    /// <summary>The field is earlier than this moment.</summary>
    public static QueryFilter Before(string property, DateTimeOffset time) => new(property, "<", QueryTime.Text(time));

    /// <summary>The field is at this moment or later. Only for queries.</summary>
    public static QueryFilter NotBefore(string property, DateTimeOffset time) => new(property, ">=", QueryTime.Text(time));

    /// <summary>The field is at this moment or earlier. Only for queries.</summary>
    public static QueryFilter NotAfter(string property, DateTimeOffset time) => new(property, "<=", QueryTime.Text(time));

    /// <summary>The condition as the service reads it.</summary>
    public override string ToString() => $"{Property}{Comparison}{Value}";
}
