using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Benchmarks;

/// <summary>
/// What one would write by hand to bring bytes that are there already into a dataset: files in parallel, batches that are completed when
/// their files are answered. Whether the batches have been processed, it has the client ask.
/// </summary>
internal sealed class BareBatches(HttpClient http, AepClient aep, string datasetId, byte[] block, int fileBytes, int filesOfBatch)
{
    private const string Batches = "/data/foundation/import/batches";

    public async Task<(TimeSpan Sent, TimeSpan Processed)> SendAsync(long bytes)
    {
        var clock = Stopwatch.StartNew();
        int files = (int)((bytes + fileBytes - 1) / fileBytes);
        string[] batches = new string[(files + filesOfBatch - 1) / filesOfBatch];
        int[] left = [.. Enumerable.Range(0, batches.Length).Select(i => Math.Min(filesOfBatch, files - i * filesOfBatch))];
        for (int i = 0; i < batches.Length; i++)
            batches[i] = await CreateAsync();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, files), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (file, token) =>
            {
                int batch = file / filesOfBatch;
                using var content = new BlockContent(block, Math.Min(fileBytes, bytes - (long)file * fileBytes));
                content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
                using HttpResponseMessage response =
                    await http.PutAsync($"{Batches}/{batches[batch]}/datasets/{datasetId}/files/{file}.json", content, token);
                response.EnsureSuccessStatusCode();
                if (Interlocked.Decrement(ref left[batch]) > 0)
                    return;
                using HttpResponseMessage completed = await http.PostAsync($"{Batches}/{batches[batch]}?action=COMPLETE", null, token);
                completed.EnsureSuccessStatusCode();
            });
        TimeSpan sent = clock.Elapsed;
        foreach (string batch in batches)
            await aep.Datasets.Batches.GetOperation(batch).WaitForCompletionAsync();
        return (sent, clock.Elapsed);
    }

    private async Task<string> CreateAsync()
    {
        var definition = new JsonObject { ["datasetId"] = datasetId, ["inputFormat"] = new JsonObject { ["format"] = "json" } };
        using HttpResponseMessage response = await http.PostAsync(Batches, JsonContent.Create(definition));
        response.EnsureSuccessStatusCode();
        return (string)JsonNode.Parse(await response.Content.ReadAsByteArrayAsync())!["id"]!;
    }
}
