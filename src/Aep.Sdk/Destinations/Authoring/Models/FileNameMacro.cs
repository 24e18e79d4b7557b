using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>A part of the name of an exported file. AEP may add values; unknown ones pass through.</summary>
/// <param name="Value">The value as AEP writes it.</param>
[JsonConverter(typeof(OpenStringConverter<FileNameMacro>))]
public readonly record struct FileNameMacro(string Value) : IOpenString<FileNameMacro>
{
    /// <summary>Name of the destination.</summary>
    public static FileNameMacro Destination => new("DESTINATION");

    /// <summary>Id of the audience.</summary>
    public static FileNameMacro SegmentId => new("SEGMENT_ID");

    /// <summary>Name of the audience.</summary>
    public static FileNameMacro SegmentName => new("SEGMENT_NAME");

    /// <summary>Id of the dataflow.</summary>
    public static FileNameMacro DestinationInstanceId => new("DESTINATION_INSTANCE_ID");

    /// <summary>Name of the dataflow.</summary>
    public static FileNameMacro DestinationInstanceName => new("DESTINATION_INSTANCE_NAME");

    /// <summary>Name of the organisation.</summary>
    public static FileNameMacro OrganizationName => new("ORGANIZATION_NAME");

    /// <summary>Name of the sandbox.</summary>
    public static FileNameMacro SandboxName => new("SANDBOX_NAME");

    /// <summary>Day and time; not together with <see cref="Timestamp"/>.</summary>
    public static FileNameMacro DateTime => new("DATETIME");

    /// <summary>Seconds since 1970.</summary>
    public static FileNameMacro Timestamp => new("TIMESTAMP");

    /// <summary>A text that the customer enters; not in the default name.</summary>
    public static FileNameMacro CustomText => new("CUSTOM_TEXT");

    /// <summary>Id of the merge policy.</summary>
    public static FileNameMacro MergePolicyId => new("MERGE_POLICY_ID");

    /// <summary>Name of the merge policy.</summary>
    public static FileNameMacro MergePolicyName => new("MERGE_POLICY_NAME");

    /// <inheritdoc/>
    public static FileNameMacro Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
