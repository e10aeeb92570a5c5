delete process.env.BASE_URL;
