namespace Aep.Sdk.Schemas;

/// <summary>
/// What a C# property does not say of the XDM field that it stands for. A property without it is a field too, with the type that its C#
/// type has.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class XdmFieldAttribute : Attribute
{
    /// <summary>Creates the attribute.</summary>
    /// <param name="title">Title; null for the name.</param>
    public XdmFieldAttribute(string? title = null) => Title = title;

    /// <summary>Title.</summary>
    public string? Title { get; }

    /// <summary>Description.</summary>
    public string? Description { get; set; }

    /// <summary>Format of a text: <c>uri</c>, <c>email</c>; dates have theirs by their C# type.</summary>
    public string? Format { get; set; }

    /// <summary>Regular expression (ECMA 262) that a text must match.</summary>
    public string? Pattern { get; set; }

    /// <summary>Smallest number.</summary>
    public double Minimum { get; set; } = double.NaN;

    /// <summary>Greatest number.</summary>
    public double Maximum { get; set; } = double.NaN;

    /// <summary>Least length of a text; -1 for none.</summary>
    public int MinLength { get; set; } = -1;

    /// <summary>Greatest length of a text; -1 for none.</summary>
    public int MaxLength { get; set; } = -1;

    /// <summary>True when every event or record must have it. C#'s <c>required</c> says the same.</summary>
    public bool Required { get; set; }

    /// <summary>True when the field should not be used any more.</summary>
    public bool Deprecated { get; set; }

    /// <summary>True when the values of <see cref="XdmValueAttribute"/> are suggestions and others are allowed.</summary>
    public bool OtherValues { get; set; }

    /// <summary><c>$id</c> of a data type that the field has: its definition is that, not the one of the C# type.</summary>
    public string? DataType { get; set; }
}
