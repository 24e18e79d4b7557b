using Aep.Sdk.Emulator.Ims;
using Microsoft.AspNetCore.Http.Features;

namespace Aep.Sdk.Emulator.Faults;

/// <summary>Lets a fault strike before, instead of or after the service that was asked.</summary>
internal sealed class FaultMiddleware(
    RequestDelegate next, FaultRegistry faults, AccessTokens tokens, TimeProvider time, bool landingZone = false)
{
    public Task InvokeAsync(HttpContext context)
    {
        bool ownRoom = context.Request.Path.StartsWithSegments(FaultRoom.Path);
        AepEmulatorFault? fault = ownRoom ? null : faults.Find(context.Request, landingZone);
        return fault is null ? next(context) : StrikeAsync(context, fault);
    }

    private async Task StrikeAsync(HttpContext context, AepEmulatorFault fault)
    {
        if (fault.Latency > TimeSpan.Zero)
            await Task.Delay(fault.Latency, time, context.RequestAborted);
        if (fault.ExpireTokens)
            tokens.ExpireAll();
        if (fault.TruncateAfter is { } bytes)
            CutAfter(context, bytes);
        if (fault.Reset)
            context.Abort();
        else if (fault.Status is { } status)
            await AnswerAsync(context, fault, status);
        else
            await next(context);
    }

    private static Task AnswerAsync(HttpContext context, AepEmulatorFault fault, int status)
    {
        context.Response.StatusCode = status;
        foreach ((string name, string value) in fault.Headers)
            context.Response.Headers[name] = value;
        if (fault.Body is null)
            return Task.CompletedTask;
        context.Response.ContentType ??= "application/json";
        return context.Response.WriteAsync(fault.Body.ToJsonString(), context.RequestAborted);
    }

    // The answer promises more than it gives, and so Kestrel closes the connection after the last byte that is let through.
    private static void CutAfter(HttpContext context, long bytes)
    {
        context.Response.OnStarting(() =>
        {
            if (context.Response.ContentLength is null || context.Response.ContentLength > bytes)
                context.Response.ContentLength = bytes + 1;
            return Task.CompletedTask;
        });
        IHttpResponseBodyFeature body = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(new CutStream(body.Stream, bytes), body));
    }
}
