namespace Aep.Sdk.Queries;

/// <summary>A file that appears when it is whole: until then it has another name.</summary>
internal static class WholeFile
{
    public static async Task<long> WriteAsync(string path, Func<Stream, Task<long>> write)
    {
        string partial = $"{path}.partial";
        try
        {
            long rows;
            FileStream file = new(partial, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16, FileOptions.Asynchronous);
            await using (file.ConfigureAwait(false)) rows = await write(file).ConfigureAwait(false);
            File.Move(partial, path, overwrite: true);
            return rows;
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }
}
