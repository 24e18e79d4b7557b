namespace Aep.Sdk.Segmentation;

/// <summary>What the service would refuse, or take and then fail on.</summary>
internal static class ExternalAudienceCheck
{
    private const int MostFields = 41;
    private const int LongestStay = 90;

    /// <exception cref="ArgumentException">It says what is wrong and what to write.</exception>
    public static void Definition(ExternalAudienceDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentException.ThrowIfNullOrWhiteSpace(definition.Name, nameof(definition));
        if (definition.Fields.Count is 0 or > MostFields)
            throw new ArgumentException(
                $"An external audience has 1 to {MostFields} fields; these are {definition.Fields.Count}.", nameof(definition));
        if (definition.Fields.All(field => field.IdentityNamespace is null))
            throw new ArgumentException("One field must hold identities: make it with ExternalAudienceField.Identity.", nameof(definition));
        Days(definition.TtlInDays, nameof(definition));
        Source(definition.Source);
    }

    public static void Days(int? days, string parameter)
    {
        if (days is < 1 or > LongestStay)
            throw new ArgumentException($"The members of an external audience stay for 1 to {LongestStay} days, not {days}.", parameter);
    }

    private static void Source(ExternalAudienceSource source)
    {
        if (string.IsNullOrEmpty(source.Path) || source.Path.Any(char.IsWhiteSpace))
            throw new ArgumentException(
                $"The path '{source.Path}' is empty or has spaces, which the service does not take.", nameof(source));
        bool needsConnection = source.CloudType is { } cloud
            && (cloud == ExternalCloud.AmazonS3 || cloud == ExternalCloud.GoogleCloudStorage || cloud == ExternalCloud.Sftp);
        if (needsConnection && source.BaseConnectionId is not { Length: > 0 })
            throw new ArgumentException($"A source of {source.CloudType} needs the id of a base connection.", nameof(source));
    }
}
