namespace Aep.Sdk.Destinations;

/// <summary>
/// A part of the name of exported files or folders that Experience Platform fills in. Names are put together as texts:
/// <c>$"{NameMacro.Destination}_{NameMacro.SegmentId}_{NameMacro.DateTime("YYYYMMdd")}"</c>.
/// </summary>
/// <param name="Text">The macro as it stands in a template, for example <c>%SEGMENT_ID%</c>.</param>
public readonly record struct NameMacro(string Text)
{
    /// <summary>Name of the kind of destination, for example <c>Amazon S3</c>.</summary>
    public static NameMacro Destination => Of("DESTINATION");

    /// <summary>Name of the target connection.</summary>
    public static NameMacro DestinationName => Of("DESTINATION_NAME");

    /// <summary>Id of the dataflow.</summary>
    public static NameMacro DestinationInstanceId => Of("DESTINATION_INSTANCE_ID");

    /// <summary>Name of the dataflow.</summary>
    public static NameMacro DestinationInstanceName => Of("DESTINATION_INSTANCE_NAME");

    /// <summary>Name of the organisation.</summary>
    public static NameMacro OrganizationName => Of("ORGANIZATION_NAME");

    /// <summary>Name of the sandbox.</summary>
    public static NameMacro SandboxName => Of("SANDBOX_NAME");

    /// <summary>Id of the audience. For files of audiences, each of which needs it.</summary>
    public static NameMacro SegmentId => Of("SEGMENT_ID");

    /// <summary>Name of the audience. For files of audiences.</summary>
    public static NameMacro SegmentName => Of("SEGMENT_NAME");

    /// <summary>Id of the dataset. For folders of datasets.</summary>
    public static NameMacro DatasetId => Of("DATASET_ID");

    /// <summary>Name of the dataset. For folders of datasets.</summary>
    public static NameMacro DatasetName => Of("DATASET_NAME");

    /// <summary><c>exportTime=</c> and the minute for which the export was planned. For folders of datasets.</summary>
    public static NameMacro ExportTime => Of("EXPORT_TIME");

    /// <summary>Seconds since 1970, when the file was made; not together with <see cref="DateTime"/>.</summary>
    public static NameMacro Timestamp => Of("TIMESTAMP");

    /// <summary>Day and time, UTC, when the file was made; not together with <see cref="Timestamp"/>.</summary>
    /// <param name="format">
    /// <c>YYYY</c>, <c>MM</c>, <c>dd</c>, <c>HH</c>, <c>mm</c> and <c>ss</c>, with <c>_</c>, <c>-</c> and <c>.</c> between them.
    /// </param>
    /// <exception cref="ArgumentException">The format has something else.</exception>
    public static NameMacro DateTime(string format = "YYYYMMdd_HHmmss")
    {
        ArgumentNullException.ThrowIfNull(format);
        NameTemplate.CheckFormat(format, nameof(format));
        return new NameMacro($"%DATETIME({format})%");
    }

    /// <summary>As it stands in a template.</summary>
    public override string ToString() => Text ?? "";

    private static NameMacro Of(string name) => new($"%{name}%");
}
