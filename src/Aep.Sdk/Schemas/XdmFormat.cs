namespace Aep.Sdk.Schemas;

/// <summary>In which form the registry shows a resource (the <c>Accept</c> header).</summary>
/// <param name="Value">The middle of the media type: <c>xed-full</c> of <c>application/vnd.adobe.xed-full+json</c>.</param>
public readonly record struct XdmFormat(string Value) : IOpenString<XdmFormat>
{
    /// <summary>As it was made: other resources are only named, in <c>$ref</c> and <c>allOf</c>.</summary>
    public static XdmFormat Raw => new("xed");

    /// <summary>With the fields of all that it is composed of.</summary>
    public static XdmFormat Full => new("xed-full");

    /// <summary>As <see cref="Raw"/>, without titles and descriptions.</summary>
    public static XdmFormat RawWithoutTexts => new("xed-notext");

    /// <summary>As <see cref="Full"/>, without titles and descriptions.</summary>
    public static XdmFormat FullWithoutTexts => new("xed-full-notext");

    /// <summary>As <see cref="Full"/>, with the descriptors of its fields.</summary>
    public static XdmFormat FullWithDescriptors => new("xed-full-desc");

    /// <summary>As <see cref="Full"/>, with <c>meta:status</c> at deprecated fields; for schemas.</summary>
    public static XdmFormat FullWithDeprecatedFields => new("xed-deprecatefield");

    /// <summary>
    /// As <see cref="Full"/>, the fields side by side with their paths as names. Not documented by Adobe; the Python package aepp asks for
    /// it.
    /// </summary>
    [System.Diagnostics.CodeAnalysis.Experimental("AEP0001")]
    public static XdmFormat Flat => new("xed-full-flat");

    /// <inheritdoc/>
    public static XdmFormat Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";

    /// <summary>The header for one resource: it names the major version, of which there is one.</summary>
    internal string Accept => $"application/vnd.adobe.{Value ?? Raw.Value}+json; version=1";
}
