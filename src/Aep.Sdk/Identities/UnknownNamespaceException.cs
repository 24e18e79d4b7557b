using Aep.Sdk.Core;

namespace Aep.Sdk.Identities;

/// <summary>An identity was named by a namespace that the sandbox does not have.</summary>
public sealed class UnknownNamespaceException : AepException
{
    internal UnknownNamespaceException(string code, IReadOnlyList<string> known)
        : this(code, NearNames.Of(code, known), known.Count)
    {
    }

    private UnknownNamespaceException(string code, IReadOnlyList<string> near, int count)
        : base($"The identity namespace {code} does not exist. "
            + (near.Count > 0
                ? $"Near it are {string.Join(", ", near)}."
                : $"None of the {count} that do (Identities.Namespaces.ListAsync) is near it.")) =>
        (Namespace, Near) = (code, near);

    /// <summary>The code that was given.</summary>
    public string Namespace { get; }

    /// <summary>Codes that are like it, the nearest first.</summary>
    public IReadOnlyList<string> Near { get; }
}
