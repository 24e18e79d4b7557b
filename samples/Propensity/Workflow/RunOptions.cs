using Aep.Sdk.Emulator;

namespace Propensity.Workflow;

/// <summary>What was asked for on the command line.</summary>
public sealed record RunOptions
{
    public int Users { get; init; } = 2_000;

    public ulong Seed { get; init; } = 1;

    /// <summary>Folder of everything that a run writes to disk: scores, models, reports.</summary>
    public string OutputFolder { get; init; } = "out";

    /// <summary>
    /// INI file; by default the one in the output folder (local platform) or <c>conf/config.ini</c> (a real organisation).
    /// </summary>
    public string? ConfigFile { get; init; }

    public Target Target { get; init; } = Target.Emulator;

    /// <summary>Whether a real organisation's production sandbox may be touched.</summary>
    public bool AllowProd { get; init; }

    /// <summary>Folder that keeps the local platform between runs; null for a platform that is forgotten at the end.</summary>
    public string? PlatformFolder { get; init; }

    /// <summary>The cloud of the local platform's landing zone.</summary>
    public LandingZoneProvider LandingZone { get; init; }

    /// <summary>Where to write the ingested events, one JSON object a line.</summary>
    public string? EventsFile { get; init; }

    /// <summary>Where to write the training dataset as CSV.</summary>
    public string? FeaturesFile { get; init; }

    /// <summary>Whether to remove what earlier runs have made, instead of running.</summary>
    public bool CleanUp { get; init; }

    /// <summary>With <see cref="CleanUp"/>: only list it.</summary>
    public bool DryRun { get; init; }
}
