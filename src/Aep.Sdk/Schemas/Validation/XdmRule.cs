namespace Aep.Sdk.Schemas;

/// <summary>What a record has violated.</summary>
public enum XdmRule
{
    /// <summary>It is no JSON, or no object.</summary>
    Json,

    /// <summary>The value has another type than its field, and is not converted.</summary>
    Type,

    /// <summary>A member is missing that must be there.</summary>
    Required,

    /// <summary>The schema has no such field.</summary>
    Unknown,

    /// <summary>A text is not written in the format of its field, for example <c>date-time</c>.</summary>
    Format,

    /// <summary>The value is none of those that are allowed.</summary>
    Enum,

    /// <summary>A text does not match the pattern of its field.</summary>
    Pattern,

    /// <summary>A number is too small or too large.</summary>
    Range,

    /// <summary>A text is too short or too long.</summary>
    Length,

    /// <summary>A list has too few elements or too many.</summary>
    Items,
}
