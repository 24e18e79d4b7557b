using Aep.Sdk.Datasets;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Datasets;

public sealed class DatasetLabelsClientTests : IDisposable
{
    private const string Root = "/data/foundation/dataset/datasets";

    private readonly LabelServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task Labels_are_written_against_the_version_that_was_read()
    {
        _server.Answer("GET", $"{Root}/d1/labels", """{"labels":["C1"],"optionalLabels":[],"own":1}""", "\"v1\"");
        _server.Answer("PUT", $"{Root}/d1/labels", """{"labels":["C1","C2"]}""", "\"v2\"");
        DatasetLabels read = await _server.Labels.GetAsync("d1");
        DatasetLabels written = await _server.Labels.PutAsync("d1", read with { Labels = ["C1", "C2"] });
        Assert.Equal(("\"v1\"", "\"v2\""), (read.ETag, written.ETag));
        Assert.Equal("\"v1\"", _server.Header("PUT", "If-Match"));
        Assert.Contains("\"own\":1", _server.Body("PUT"));
    }

    [Fact]
    public async Task Labels_of_columns_come_over_once_to_a_dataset_that_had_none()
    {
        _server.Answer("GET", $"{Root}/s/labels",
            """{"optionalLabels":[{"option":{"schemaPath":"/properties/age"},"labels":["S1"]},{"option":{"schemaPath":"/properties/zip"},"labels":["S2"]}]}""", "\"v1\"");
        _server.Answer(
            "GET", "/data/foundation/catalog/dataSets/d", """{"d":{"name":"Features","schemaRef":{"id":"https://ns/x"}}}""", "\"c\"");
        _server.Answer("POST", $"{Root}/d/labels", "{}", "\"v1\"");
        await _server.Labels.PropagateAsync("s", "d", new Dictionary<string, string> { ["/properties/age"] = "/properties/ageBand" });
        string body = _server.Body("POST");
        Assert.Contains("/properties/ageBand", body);
        Assert.Contains("https://ns/x", body);
        Assert.DoesNotContain("S2", body);
    }

    [Fact]
    public async Task Labels_that_somebody_else_has_written_meanwhile_are_a_conflict()
    {
        _server.Answer("PUT", $"{Root}/d1/labels", "{}", "", 412);
        await Assert.ThrowsAsync<AepConflictException>(() => _server.Labels.PutAsync("d1", new DatasetLabels { ETag = "\"v1\"" }));
    }

    [Fact]
    public async Task Labels_that_come_over_are_merged_with_those_that_somebody_else_writes_at_the_same_moment()
    {
        const string Age = """{"option":{"schemaPath":"/properties/age"},"labels":["S1"]}""",
            Theirs = """{"option":{"schemaPath":"/properties/x"},"labels":["C9"]}""";
        _server.Answer("GET", $"{Root}/s/labels", $$"""{"optionalLabels":[{{Age}}]}""", "\"v1\"");
        _server.Answer(
            "GET", "/data/foundation/catalog/dataSets/d", """{"d":{"name":"Features","schemaRef":{"id":"https://ns/x"}}}""", "\"c\"");
        _server.Answer("GET", $"{Root}/d/labels", """{"labels":["C1"]}""", "\"v1\"");
        _server.Answer("GET", $"{Root}/d/labels", $$"""{"labels":["C1"],"optionalLabels":[{{Theirs}}]}""", "\"v2\"");
        _server.Answer("PUT", $"{Root}/d/labels", "{}", "", 412);
        _server.Answer("PUT", $"{Root}/d/labels", "{}", "\"v3\"");
        DatasetLabels labels =
            await _server.Labels.PropagateAsync("s", "d", new Dictionary<string, string> { ["/properties/age"] = "/properties/age" });
        Assert.Equal("\"v3\"", labels.ETag);
        Assert.Equal("\"v2\"", _server.Header("PUT", "If-Match"));
        Assert.All(["C1", "C9", "S1"], (Action<string>)(label => Assert.Contains(label, _server.Body("PUT"))));
    }

    [Fact]
    public async Task An_answer_that_cannot_be_read_is_an_error()
    {
        _server.Answer("GET", $"{Root}/d1/labels", "<html>", "");
        await Assert.ThrowsAsync<AepResponseException>(() => _server.Labels.GetAsync("d1"));
    }

    /// <summary>Answers with an ETag, in order; the last answer stays. What it was not told is 404.</summary>
    private sealed class LabelServer : HttpMessageHandler
    {
        private readonly Dictionary<string, Queue<(string Body, string ETag, int Status)>> _answers = [];
        private readonly Dictionary<string, (string Body, HttpRequestMessage Request)> _seen = [];
        private readonly Aep.Sdk.Core.Pipeline.AepPipeline _pipeline;

        public LabelServer()
        {
            _pipeline = new(TestOptions.For(new Uri("http://127.0.0.1")) with { MaxRetries = 0 }, new FixedToken(), this);
            Labels = new DatasetsClient(_pipeline).Labels;
        }

        public DatasetLabelsClient Labels { get; }

        public void Answer(string method, string path, string body, string etag, int status = 200)
        {
            string key = $"{method} {path}";
            if (!_answers.TryGetValue(key, out var answers)) _answers[key] = answers = [];
            answers.Enqueue((body, etag, status));
        }

        public string Body(string method) => _seen[method].Body;

        public string Header(string method, string name) => _seen[method].Request.Headers.GetValues(name).Single();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            string body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            _seen[request.Method.Method] = (body, request);
            if (!_answers.TryGetValue($"{request.Method} {request.RequestUri!.AbsolutePath}", out var answers))
                return new HttpResponseMessage(System.Net.HttpStatusCode.NotFound) { Content = new StringContent("{}") };
            (string text, string etag, int status) = answers.Count > 1 ? answers.Dequeue() : answers.Peek();
            var response =
                new HttpResponseMessage((System.Net.HttpStatusCode)status) { Content = new StringContent(text, null, "application/json") };
            response.Headers.TryAddWithoutValidation("ETag", etag);
            return response;
        }
    }
}
