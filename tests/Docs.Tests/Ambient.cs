using Aep.Sdk;
using Aep.Sdk.Ingestion;
using Aep.Sdk.Queries;
using Microsoft.AspNetCore.Builder;

namespace Docs.Tests;

/// <summary>
/// Names that the pages use without declaring them: what the text around a block has introduced. The blocks are compiled, not run.
/// </summary>
public static class Ambient
{
    public static WebApplicationBuilder builder => throw new NotSupportedException();

    public static IServiceProvider services => throw new NotSupportedException();

    public static AepClient aep => throw new NotSupportedException();

    public static string tenantId => "acme";

    public static string schemaId => "https://ns.adobe.com/acme/schemas/1";

    public static SqlStatement sql => $"SELECT 1";

    public static DateTimeOffset from => default;

    public static IAsyncEnumerable<WebEvent> events => throw new NotSupportedException();

    public static IProgress<AepProgress>? progress => null;

    public static IProgress<IngestionProgress>? ingestionProgress => null;

    public static CancellationToken cancellationToken => CancellationToken.None;
}
