namespace Aep.Sdk;

/// <summary>The request collides with the current state (409 or 412); for an update, somebody else was faster.</summary>
public sealed class AepConflictException(AepErrorDetails details) : AepRequestException(details)
{
    /// <summary>For an update: the version (ETag) that the caller had read and wanted to change.</summary>
    public string? ExpectedVersion { get; } = details.ExpectedVersion;

    /// <summary>
    /// For an update: the version (ETag) that is there now; null if it could not be read, for example because it was deleted.
    /// </summary>
    public string? CurrentVersion { get; } = details.CurrentVersion;

    /// <summary>A refusal of another status, which came because somebody else has made meanwhile what the request was to make.</summary>
    internal static AepConflictException BecauseOf(AepRequestException refused, string what, string? current) => new(refused.Details with
    {
        CurrentVersion = current,
        Detail = $"{refused.Detail} {what} since it was read: version {current ?? "none"} is there. Read it again and repeat the change."
            .TrimStart(),
    });

    /// <summary>The same collision with the versions that collided.</summary>
    internal AepConflictException Between(string expected, string? current) => new(Details with
    {
        ExpectedVersion = expected,
        CurrentVersion = current,
        Detail = ($"{Detail} It was changed since it was read: version {expected} was expected, {current ?? "none"} is there. "
            + "Read it again and repeat the change.").TrimStart(),
    });
}
