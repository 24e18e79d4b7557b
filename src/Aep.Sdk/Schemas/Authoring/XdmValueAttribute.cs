namespace Aep.Sdk.Schemas;

/// <summary>
/// A value that a text may have, with its title for people. Once for each value; for a C# enum only where the title is not the value.
/// </summary>
/// <param name="value">The value as it stands in the data.</param>
/// <param name="title">Its title.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter, AllowMultiple = true)]
public sealed class XdmValueAttribute(string value, string title) : Attribute
{
    /// <summary>The value.</summary>
    public string Value { get; } = value;

    /// <summary>Its title.</summary>
    public string Title { get; } = title;
}
