using Aep.Sdk.Destinations.Authoring;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Destinations.Authoring;

public sealed class AuthoringTests : IDisposable
{
    private const string Root = "/data/core/activation/authoring";

    private readonly Wire _wire = new();
    private readonly AuthoringClient _authoring;

    public AuthoringTests() => _authoring = new AuthoringClient(_wire.Pipeline);

    public void Dispose() => _wire.Dispose();

    [Fact]
    public async Task AServerIsCreatedChangedAndDeleted()
    {
        const string answer =
            """
            {"instanceId":"s1","createdDate":"2026-01-01","name":"n","destinationServerType":"URL_BASED",
             "urlBasedDestination":{"url":{"templatingStrategy":"NONE","value":"https://x"}},"more":1}
            """;
        _wire.On("POST", $"{Root}/destination-servers", answer).On("GET", $"{Root}/destination-servers/s1", $$"""{"items":[{{answer}}]}""")
            .On("PUT", $"{Root}/destination-servers/s1", answer).On("DELETE", $"{Root}/destination-servers/s1", "");
        var server = new DestinationServer
        {
            Name = "n",
            DestinationServerType = DestinationServerType.UrlBased,
            UrlBasedDestination = new UrlBasedDestination { Url = TemplatedValue.Plain("https://x") },
        };

        Assert.Equal("s1", (await _authoring.Servers.CreateAsync(server)).InstanceId);
        DestinationServer read = await _authoring.Servers.GetAsync("s1");
        await _authoring.Servers.UpdateAsync(read with { Name = "other" });
        await _authoring.Servers.DeleteAsync("s1");

        Wire.IsJson(
            """
            {"name":"n","destinationServerType":"URL_BASED","urlBasedDestination":{"url":{"templatingStrategy":"NONE","value":"https://x"}}}
            """, _wire.Single("POST", $"{Root}/destination-servers"));
        Wire.IsJson(
            """
            {"name":"other","destinationServerType":"URL_BASED","urlBasedDestination":{"url":{"templatingStrategy":"NONE",
             "value":"https://x"}},"more":1}
            """, _wire.Single("PUT", $"{Root}/destination-servers/s1"));
        await Assert.ThrowsAsync<ArgumentException>(() => _authoring.Servers.UpdateAsync(server));
    }

    [Fact]
    public async Task ListsComeInAllShapes()
    {
        _wire.On(
            "GET", $"{Root}/destinations", """[{"instanceId":"1","name":"a"}]""", """{"items":[{"instanceId":"1"},{"instanceId":"2"}]}""")
            .On("GET", $"{Root}/audience-templates", """{"items":[]}""").On("GET", $"{Root}/audience-templates/x", """{"items":[]}""");

        Assert.Equal("a", Assert.Single(await _authoring.Configurations.GetAllAsync()).Name);
        Assert.Equal(2, (await _authoring.Configurations.GetAllAsync()).Count);
        Assert.Empty(await _authoring.AudienceTemplates.GetAllAsync());
        await Assert.ThrowsAsync<AepNotFoundException>(() => _authoring.AudienceTemplates.GetAsync("x"));
    }

    [Fact]
    public async Task CredentialsAreSentAndNotPrinted()
    {
        _wire.On("POST", $"{Root}/credentials",
            """[{"instanceId":"c1","type":"BASIC","basicAuthentication":{"username":"u","password":"hidden"}}]""");
        var credential = new DestinationCredential
        {
            Type = "BASIC",
            BasicAuthentication = new CredentialSecrets { Username = "u", Password = new Secret("hidden") }
        };

        DestinationCredential created = await _authoring.Credentials.CreateAsync(credential);

        Wire.IsJson("""{"type":"BASIC","basicAuthentication":{"username":"u","password":"hidden"}}""", _wire.Requests[0]);
        Assert.Equal("hidden", created.BasicAuthentication!.Password!.Reveal());
        Assert.DoesNotContain("hidden", created.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStreamingDestinationIsWrittenAsItIsDocumented()
    {
        _wire.On("POST", $"{Root}/destinations", """{"instanceId":"d1"}""");
        var configuration = new DestinationConfiguration
        {
            Name = "Moviestar",
            Status = DestinationStatus.Test,
            CustomerAuthenticationConfigurations = [new CustomerAuthentication { AuthType = CustomerAuthenticationType.Bearer }],
            CustomerDataFields = [new CustomerDataField { Name = "region", Type = CustomerFieldType.Text, IsRequired = true,
                Enum = ["EU", "US"], Default = "EU" }],
            UiAttributes = new UiAttributes { Category = "streaming", ConnectionType = "Server-to-server", Frequency = "Streaming" },
            IdentityNamespaces = new Dictionary<string, DestinationIdentityNamespace>
            {
                ["external_id"] = new()
                {
                    AcceptsAttributes = true,
                    AcceptedGlobalNamespaces = new Dictionary<string,
                    AcceptedNamespace>
                    { ["Email"] = new() { RequiredTransformation = "sha256(lower($))" } },
                },
            },
            SchemaConfig = new PartnerSchema { ProfileRequired = true, SegmentRequired = true, IdentityRequired = true },
            Aggregation = new DestinationAggregation
            {
                AggregationType = AggregationType.BestEffort,
                BestEffortAggregation = new BestEffortAggregation { MaxUsersPerRequest = 10, SplitUserById = false },
            },
            SegmentMappingConfig = new SegmentMapping { MapExperiencePlatformSegmentId = true },
            DestinationDelivery = [new DestinationDelivery { AuthenticationRule = AuthenticationRule.Customer,
                DestinationServerId = "s1" }],
        };

        await _authoring.Configurations.CreateAsync(configuration);

        Wire.IsJson(
            """
            {
              "name":"Moviestar","status":"TEST","customerAuthenticationConfigurations":[{"authType":"BEARER"}],
              "customerDataFields":[{"name":"region","type":"string","isRequired":true,"default":"EU","enum":["EU","US"]}],
              "uiAttributes":{"category":"streaming","connectionType":"Server-to-server","frequency":"Streaming"},
              "identityNamespaces":{"external_id":{"acceptsAttributes":true,
                "acceptedGlobalNamespaces":{"Email":{"requiredTransformation":"sha256(lower($))"}}}},
              "schemaConfig":{"profileRequired":true,"segmentRequired":true,"identityRequired":true},
              "aggregation":{"aggregationType":"BEST_EFFORT","bestEffortAggregation":{"maxUsersPerRequest":10,"splitUserById":false}},
              "segmentMappingConfig":{"mapExperiencePlatformSegmentId":true},
              "destinationDelivery":[{"authenticationRule":"CUSTOMER_AUTHENTICATION","destinationServerId":"s1"}]
            }
            """,
            _wire.Single("POST", $"{Root}/destinations"));
    }

    [Fact]
    public async Task AFileDestinationIsWrittenAsItIsDocumented()
    {
        _wire.On("POST", $"{Root}/destination-servers", """{"instanceId":"s1"}""")
            .On("POST", $"{Root}/destinations", """{"instanceId":"d1"}""");

        await _authoring.Servers.CreateAsync(new DestinationServer
        {
            Name = "S3",
            DestinationServerType = DestinationServerType.S3,
            FileBasedS3Destination = new FileStorage
            {
                Bucket = TemplatedValue.Pebble("{{customerData.bucket}}"),
                Path = TemplatedValue.Plain("out")
            },
            FileConfigurations = new FileConfigurations
            {
                FileType = TemplatedValue.Plain("csv"),
                CsvOptions = new CsvOptions { Delimiter = TemplatedValue.Plain(";") }
            },
        });
        await _authoring.Configurations.CreateAsync(new DestinationConfiguration
        {
            BatchConfig = new BatchConfiguration
            {
                DefaultExportMode = FileExportMode.Full,
                AllowedExportModes = [FileExportMode.Full, FileExportMode.Incremental],
                AllowedScheduleFrequency = [FileExportFrequency.Daily, FileExportFrequency.Every3Hours],
                FilenameConfig = new FileNameConfiguration
                {
                    AllowedFilenameAppendOptions = [FileNameMacro.SegmentId,
                    FileNameMacro.DateTime]
                },
            },
        });

        Wire.IsJson(
            """
            {
              "name":"S3","destinationServerType":"FILE_BASED_S3",
              "fileBasedS3Destination":{"bucket":{"templatingStrategy":"PEBBLE_V1","value":"{{customerData.bucket}}"},
               "path":{"templatingStrategy":"NONE","value":"out"}},
              "fileConfigurations":{"fileType":{"templatingStrategy":"NONE","value":"csv"},
               "csvOptions":{"delimiter":{"templatingStrategy":"NONE","value":";"}}}
            }
            """,
            _wire.Single("POST", $"{Root}/destination-servers"));
        Wire.IsJson(
            """
            {"batchConfig":{"defaultExportMode":"DAILY_FULL_EXPORT","allowedExportModes":["DAILY_FULL_EXPORT",
             "FIRST_FULL_THEN_INCREMENTAL"],
              "allowedScheduleFrequency":["DAILY","EVERY_3_HOURS"],"filenameConfig":{"allowedFilenameAppendOptions":["SEGMENT_ID",
               "DATETIME"]}}}
            """,
            _wire.Single("POST", $"{Root}/destinations"));
    }

    [Fact]
    public async Task MembersThatAreNewAtAnyDepthAndValuesThatAreSurvive()
    {
        const string members = """
            "name":"n","status":"PAUSED","uiAttributes":{"icon":{"url":"x"}},"customerDataFields":[{"name":"a","enum":[1,"b"],"hint":"h"}],
            "identityNamespaces":{"id":{"more":1,"acceptedGlobalNamespaces":{"Email":{"more":2}}}},
             "schemaConfig":{"profileFields":[{"name":"f","more":3}],"more":4},
            "aggregation":{"aggregationType":"NEW","configurableAggregation":{"aggregationKey":{"groups":[{"namespaces":["a"],"more":5}]}}},
            "batchConfig":{"defaultFrequency":"HOURLY","filenameConfig":{"more":6}},"destinationDelivery":[{"authenticationRule":"OTHER",
             "more":7}],"anything":[8]
            """;
        _wire.On("GET", $"{Root}/destinations/d1", $$"""{"instanceId":"d1","createdDate":"2026-01-01","destConfigId":"c1",{{members}}}""")
            .On("PUT", $"{Root}/destinations/d1", """{"instanceId":"d1"}""");

        DestinationConfiguration read = await _authoring.Configurations.GetAsync("d1");
        await _authoring.Configurations.UpdateAsync(read);

        Assert.Equal(("PAUSED", "c1"), (read.Status?.Value, read.DestConfigId));
        Wire.IsJson($$"""{{{members}}}""", _wire.Single("PUT", $"{Root}/destinations/d1"));
    }

    [Fact]
    public async Task SecretsOfAzureAreSentAndNotPrinted()
    {
        const string body = """
            {"azureAuthentication":{"url":"https://x","tenant":"t","servicePrincipalId":"p","servicePrincipalKey":"hidden1"},
             "azureConnectionStringAuthentication":{"connectionString":"hidden2"}}
            """;
        _wire.On("POST", $"{Root}/credentials", body);
        DestinationCredential created = await _authoring.Credentials.CreateAsync(new DestinationCredential
        {
            AzureAuthentication = new CredentialSecrets
            {
                Url = "https://x",
                Tenant = "t",
                ServicePrincipalId = "p",
                ServicePrincipalKey = new Secret("hidden1")
            },
            AzureConnectionStringAuthentication = new CredentialSecrets { ConnectionString = new Secret("hidden2") },
        });

        Wire.IsJson(body, _wire.Requests[0]);
        Assert.DoesNotContain("hidden", created.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DestinationsAreTestedAndPublished()
    {
        _wire.On("GET", $"{Root}/sample-profiles", """[{"segmentMembership":{"ups":{}},"attributes":{"a":1},"identityMap":{}}]""")
            .On("GET", $"{Root}/testing/template/sample/d1", "{% for profile in input.profiles %}")
                .On("POST", $"{Root}/testing/template/render", """{"results":[{"output":"{\"rendered\":1}"}]}""")
            .On("POST", $"{Root}/testing/destinationInstance/f1",
                """{"results":[{"httpCalls":[{"traceId":"t","request":{"body":"{}"},"response":{"code":"200"}}]}],"inputProfiles":[]}""")
            .On("GET", $"{Root}/destinations/publish", """{"destinationId":"d1","publishDetailsList":[{"status":"TEST"}]}""")
            .On("POST", $"{Root}/destinations/publish", (201, """{"destinationId":"d1"}"""));

        IReadOnlyList<SampleProfile> profiles = await _authoring.Testing.GetSampleProfilesAsync("d1", 1);
        string template = await _authoring.Testing.GetSampleTemplateAsync("d1");
        TemplateRendering rendered = await _authoring.Testing.RenderAsync("d1", template, profiles);
        DestinationTest test = await _authoring.Testing.TestAsync("f1", profiles);
        PublishRequest request = Assert.Single(await _authoring.Publishing.GetAllAsync());
        await _authoring.Publishing.CreateAsync("d1");

        Assert.Equal(("{% for profile in input.profiles %}", """{"rendered":1}"""), (template, Assert.Single(rendered.Results).Output));
        Assert.Equal("t", test.Results[0].HttpCalls[0].TraceId);
        Assert.Equal(("{}", 200), (test.Results[0].HttpCalls[0].Request?.Body, test.Results[0].HttpCalls[0].Response?.Code));
        Assert.Equal(PublishStatus.Test, request.PublishDetailsList[0].Status);
        Wire.IsJson("""{"destinationId":"d1","destinationAccess":"ALL"}""", _wire.Single("POST", $"{Root}/destinations/publish"));
        Assert.Equal("d1", Wire.Query(_wire.Requests[0], "destinationId"));
    }

    [Fact]
    public async Task MessagesComeWithTheirProfilesAndWhatTheseHaveInCommon()
    {
        _wire.On("POST", $"{Root}/testing/template/render", """
            {"results":[
              {"aggregationKey":{"destinationInstanceId":"d1","segmentId":"s1","segmentStatus":"realized","identityNamespaces":["a","b"]},
               "profiles":[{"identityMap":{"a":[{"id":"1"}]}},{"identityMap":{"b":[{"id":"2"}]}}],"output":"{\r\n}","more":1},
              {"profiles":[],"output":""}],"other":2}
            """);

        TemplateRendering rendering = await _authoring.Testing.RenderAsync("d1", "t");

        Assert.Equal(["{\r\n}", ""], rendering.Results.Select(result => result.Output));
        Assert.Equal(("d1", "s1", "realized"), (rendering.Results[0].AggregationKey!.DestinationInstanceId,
            rendering.Results[0].AggregationKey!.SegmentId, rendering.Results[0].AggregationKey!.SegmentStatus));
        Assert.Equal([2, 0], rendering.Results.Select(result => result.Profiles.Count));
        Assert.Null(rendering.Results[1].AggregationKey);
        Assert.Equal(
            (1, 2), (rendering.Results[0].AdditionalProperties["more"].GetInt32(), rendering.AdditionalProperties["other"].GetInt32()));
    }

    [Theory]
    [InlineData("user=1", "user=1")]
    [InlineData("\"user=1\"", "user=1")]
    [InlineData("""{"profiles":[]}""", """{"profiles":[]}""")]
    [InlineData("""{"results":[{"id":1}]}""", """{"results":[{"id":1}]}""")]
    [InlineData("[1]", "[1]")]
    public async Task AMessageAloneIsTheMessageWhateverItIs(string answer, string message)
    {
        _wire.On("POST", $"{Root}/testing/template/render", answer);
        TemplateRendering rendering = await _authoring.Testing.RenderAsync("d1", "t");
        Assert.Equal(message, Assert.Single(rendering.Results).Output);
    }
}
