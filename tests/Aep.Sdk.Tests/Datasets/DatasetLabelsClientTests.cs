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
        _server.Answer("GET", "/data/foundation/catalog/dataSets/d", """{"d":{"name":"Features","schemaRef":{"id":"https://ns/x"}}}""", "\"c\"");
        _server.Answer("POST", $"{Root}/d/labels", "{}", "\"v1\"");
        await _server.Labels.PropagateAsync("s", "d", new Dictionary<string, string> { ["/properties/age"] = "/properties/ageBand" });
        string body = _server.Body("POST");
        Assert.Contains("/properties/ageBand", body);
        Assert.Contains("https://ns/x", body);
        Assert.DoesNotContain("S2", body);
    }

    /// <summary>Answers with an ETag; what it was not told is 404.</summary>
    private sealed class LabelServer : HttpMessageHandler
    {
        private readonly Dictionary<string, (string Body, string ETag)> _answers = [];
        private readonly Dictionary<string, (string Body, HttpRequestMessage Request)> _seen = [];
        private readonly Aep.Sdk.Core.Pipeline.AepPipeline _pipeline;

        public LabelServer()
        {
            _pipeline = new(TestOptions.For(new Uri("http://127.0.0.1")) with { MaxRetries = 0 }, new FixedToken(), this);
            Labels = new DatasetsClient(_pipeline).Labels;
        }

        public DatasetLabelsClient Labels { get; }

        public void Answer(string method, string path, string body, string etag) => _answers[$"{method} {path}"] = (body, etag);

        public string Body(string method) => _seen[method].Body;

        public string Header(string method, string name) => _seen[method].Request.Headers.GetValues(name).Single();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            string body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            _seen[request.Method.Method] = (body, request);
            if (!_answers.TryGetValue($"{request.Method} {request.RequestUri!.AbsolutePath}", out (string Body, string ETag) answer))
                return new HttpResponseMessage(System.Net.HttpStatusCode.NotFound) { Content = new StringContent("{}") };
            var response = new HttpResponseMessage { Content = new StringContent(answer.Body, null, "application/json") };
            response.Headers.TryAddWithoutValidation("ETag", answer.ETag);
            return response;
        }
    }
}
