using System.Text.RegularExpressions;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>The <c>Accept</c> header, by which the registry knows what to show. Without a fitting one it refuses.</summary>
internal static partial class AcceptHeader
{
    private const string Example = "application/vnd.adobe.{xed|xdm}+json";

    /// <summary>A listing: whole resources, or ids and titles only.</summary>
    /// <returns>True for the short form.</returns>
    public static bool IsSummary(HttpRequest request)
    {
        Match match = Listing().Match(Text(request));
        return match.Success ? match.Groups["id"].Success : throw Invalid("XDM-1006-400", request, Example);
    }

    /// <summary>A single resource: the suffix says how much of it. The version must be stated.</summary>
    public static ResourceView View(HttpRequest request)
    {
        Match match = Lookup().Match(Text(request));
        if (!match.Success)
            throw Invalid("XDM-1007-400", request, Example + "; version=1 (Version should be specified)");
        string suffix = match.Groups["view"].Value;
        return new ResourceView(
            Has(suffix, "-full") || Has(suffix, "-deprecate") || Has(suffix, "-flat"),
            Has(suffix, "-notext"),
            Has(suffix, "-desc"),
            Has(suffix, "-flat"),
            Has(suffix, "-deprecate"));
    }

    /// <summary>A listing of descriptors: <c>""</c>, <c>id</c> or <c>link</c>, by type or (v2) as one list.</summary>
    public static (bool IsList, string Form) Descriptors(HttpRequest request)
    {
        Match match = DescriptorListing().Match(Text(request));
        return match.Success
            ? (match.Groups["v2"].Success, match.Groups["form"].Value)
            : throw Invalid("XDM-1008-400", request, "application/vnd.adobe.xdm-id+json");
    }

    /// <summary>A single descriptor needs no header; a wrong one is refused all the same.</summary>
    public static void CheckDescriptor(HttpRequest request)
    {
        string text = Text(request);
        if (text.Contains("vnd.adobe.", StringComparison.OrdinalIgnoreCase) && !DescriptorLookup().IsMatch(text))
            throw Invalid("XDM-1009-400", request, "application/vnd.adobe.xdm+json");
    }

    private static bool Has(string suffix, string part) => suffix.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static string Text(HttpRequest request) => request.Headers.Accept.ToString().Trim();

    private static ApiException Invalid(string code, HttpRequest request, string example) => RegistryErrors.Create(
        code, "Accept header invalid",
        $"The supplied Accept header is not valid: {Text(request)} - A valid Accept value should look like {example}");

    [GeneratedRegex(@"^application/vnd\.adobe\.(xed|xdm)(?<id>-id)?\+json$", RegexOptions.IgnoreCase)]
    private static partial Regex Listing();

    private const string LookupForm =
        @"^application/vnd\.adobe\.(xed|xdm)(?<view>(-full)?(-notext|-desc|-flat|-deprecated|-deprecatefield){0,3})\+json\s*;\s*"
        + @"version=1(\.\d+)?$";

    [GeneratedRegex(LookupForm, RegexOptions.IgnoreCase)]
    private static partial Regex Lookup();

    [GeneratedRegex(@"^application/vnd\.adobe\.xdm(?<v2>-v2)?(-(?<form>id|link))?\+json$", RegexOptions.IgnoreCase)]
    private static partial Regex DescriptorListing();

    [GeneratedRegex(@"^application/vnd\.adobe\.xdm(-v2)?\+json$", RegexOptions.IgnoreCase)]
    private static partial Regex DescriptorLookup();
}
