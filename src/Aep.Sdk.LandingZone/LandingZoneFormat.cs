namespace Aep.Sdk.LandingZones;

/// <summary>Format of files with rows.</summary>
public enum LandingZoneFormat
{
    /// <summary>Apache Parquet.</summary>
    Parquet,

    /// <summary>One JSON object a line.</summary>
    Json,

    /// <summary>Comma-separated values, UTF-8, with a header line.</summary>
    Csv,
}
