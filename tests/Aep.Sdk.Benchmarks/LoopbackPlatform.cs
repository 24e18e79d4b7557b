using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Aep.Sdk.Benchmarks;

/// <summary>A server that answers at once, so that what is measured is the client.</summary>
internal static class LoopbackPlatform
{
    public const string Command = "platform";

    public static Task<ServerProcess> StartAsync(int queryPort = 0) =>
        ServerProcess.StartAsync(Command, queryPort.ToString(CultureInfo.InvariantCulture));

    /// <summary>What the process does, until its input is closed.</summary>
    public static async Task ServeAsync(string queryPort)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using WebApplication application = builder.Build();
        byte[] stats =
            """{"tenantId":"acme","imsOrg":"org@AdobeOrg","counts":{"schemas":4,"mixins":3,"datatypes":1,"classes":2}}"""u8.ToArray();
        application.MapGet("/data/foundation/schemaregistry/stats", context => WriteAsync(context, stats));
        application.MapGet("/data/foundation/catalog/dataSets", context => WriteAsync(context, DatasetPage(context.Request)));
        byte[] connection =
            Encoding.UTF8.GetBytes($$"""{"host":"localhost","port":{{queryPort}},"username":"u","token":"p","dbName":"dev:all"}""");
        application.MapGet("/data/foundation/query/connection_parameters", context => WriteAsync(context, connection));
        await application.StartAsync();
        await ServerProcess.UntilClosedAsync(application.Urls.Single());
    }

    private static byte[] DatasetPage(HttpRequest request)
    {
        int start = Number(request, "start"), limit = Number(request, "limit");
        var page = new StringBuilder("{");
        for (int i = start; i < Math.Min(start + limit, PagedListing.Items); i++)
        {
            page.Append(page.Length > 1 ? "," : "").Append(
                CultureInfo.InvariantCulture, $$$"""
                "id{{{i}}}":{"name":"Dataset {{{i}}}","created":1700000000000,"schemaRef":{"id":"https://ns.adobe.com/acme/schemas/1","contentType":"application/vnd.adobe.xed+json;version=1"},"tags":{"adobe/pqs/table":["dataset_{{{i}}}"]}}
                """);
        }
        return Encoding.UTF8.GetBytes(page.Append('}').ToString());
    }

    private static int Number(HttpRequest request, string name) =>
        int.TryParse(request.Query[name], CultureInfo.InvariantCulture, out int number) ? number : 0;

    private static Task WriteAsync(HttpContext context, byte[] body)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body).AsTask();
    }
}
