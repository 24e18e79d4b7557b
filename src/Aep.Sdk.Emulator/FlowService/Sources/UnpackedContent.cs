namespace Aep.Sdk.Emulator.FlowService.Sources;

/// <summary>Content that comes out of a stream that unpacks it.</summary>
internal static class UnpackedContent
{
    /// <summary>Writes it down, read by read: a stream's own way of copying does not stop where its content ends.</summary>
    public static async Task WriteAsync(Stream content, FileStream target, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[81_920];
        int count;
        while ((count = await content.ReadAsync(buffer, cancellationToken)) > 0)
            await target.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
    }
}
