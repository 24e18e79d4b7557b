using Aep.Sdk.Identities;

namespace Aep.Sdk.Profiles;

/// <summary>Tells an identity that nobody has from one of a namespace that is not there: the service answers both with nothing.</summary>
internal sealed class KnownNamespaces(NamespacesClient namespaces)
{
    // Codes count in any case. Once known, a namespace is there for good: none can be deleted.
    private volatile HashSet<string> _known = [];

    /// <summary>Asked when nothing was found.</summary>
    /// <exception cref="UnknownNamespaceException">One of the namespaces is not there.</exception>
    public async Task CheckAsync(IReadOnlyCollection<string> codes, CancellationToken cancellationToken)
    {
        if (codes.All(_known.Contains)) return;
        List<IdentityNamespace> all;
        try
        {
            all = await namespaces.ListAsync().ToListAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (AepPermissionException)
        {
            // Who may read profiles and not namespaces learns what the service has said, and no more.
            return;
        }

        _known = all.Select(item => item.Code).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (codes.FirstOrDefault(code => !_known.Contains(code)) is { } unknown)
            throw new UnknownNamespaceException(unknown, [.. all.Select(item => item.Code)]);
    }
}
